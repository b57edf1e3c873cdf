import type { FinderTexts } from './finderTexts';

const numbers = new Intl.NumberFormat('en-GB');
const count = (value: number): string => numbers.format(value);
const told = (known: readonly string[]): string => (known.length > 0 ? ` (${known.join(', ')})` : '');

/** The aid finder in English. */
export const finderTextsEn: FinderTexts = {
  ask: {
    project:
      'What is your project? In your own words, with the size of the company, the town and the budget if you know them.',
    site: 'In which town will the project be? Some schemes depend on the place.',
    company:
      'How many employees has the company? Its SIREN will do as well: the public register tells me the rest.',
    stage: 'How far is the project? Most schemes must be applied for before anything is ordered.',
    cost: 'What is the budget of the project, roughly, before tax?',
    activity: 'What does the company do?',
  },
  why: 'I only ask what changes the list of schemes. You can skip a question: what I do not know rules nothing out.',
  invalid: {
    project: 'I did not recognise what the project is about. Say it in other words, or choose:',
    site: 'I do not know this town. Its full name or its postcode?',
    company: 'I did not understand. A number of employees, or a SIREN of nine digits?',
    stage: 'I did not understand. Choose what comes nearest:',
    cost: 'I did not understand. An amount, such as “€80,000”?',
    activity: 'I did not recognise the activity. Choose what comes nearest:',
  },
  intro(known, close, found) {
    const so = `From what I know${told(known)}`;
    const confirm = 'To be confirmed with their operators.';
    if (found === 1) return `${so}, one scheme may fit. To be confirmed with its operator.`;
    if (close === 0)
      return `${so}, no scheme is about this very subject; ${count(found)} more general ones may fit. ${confirm}`;
    const wider = found > close ? ` (and ${count(found - close)} more general ones)` : '';
    return `${so}, ${close === 1 ? 'one scheme' : `${count(close)} schemes`} may fit${wider}. ${confirm}`;
  },
  further: (from, to, found, wider) =>
    `${wider ? 'More general schemes, ' : 'Schemes '}${from} to ${to} of ${found}:`,
  noneFits: (known) =>
    `From what I know${told(known)}, no scheme that I know is open to this project as it is. This comes nearest:`,
  nothingMore: (contact) =>
    `There are no others in my pages. ${contact.name} may know some: shall he call you back?`,
  amount: 'Amount',
  forWhom: 'For whom',
  toCheck: (what) => `To be checked: ${what.join(', ')}.`,
  applyFirst: 'To be applied for before anything is ordered.',
  verdict: {
    eligible: 'Fits, from your answers',
    toBeChecked: 'To be checked',
    notEligible: 'Does not fit',
    ended: 'Ended',
  },
  judged: (title, verdict) => `**${title}**: ${verdict}`,
  criteriaHeading: 'Why these schemes?',
  refusedHeading: 'Left out',
  refused: (title, reasons, instead) =>
    [`**${title}**: ${reasons.join('. ')}.`, ...(instead === undefined ? [] : [`Instead: ${instead}.`])].join(
      ' ',
    ),
  possible: (change) => `Possible ${change}`,
  noCriterion: 'No condition in figures rules it out; the operator decides.',
  whichOne: 'Several are called so. Which one?',
  which: 'What would you like to add? Simply say it: “60 employees”, “in Rouen”, “€200,000”.',
  employees: (value) => `${count(value)} employee${value === 1 ? '' : 's'}`,
  employeesBand: (min, max) =>
    max >= 1_000_000 ? `${count(min)} employees or more` : `${count(min)} to ${count(max)} employees`,
  cost: (euros) => `€${count(euros)}`,
  stages: {
    idea: 'an idea',
    study: 'being studied',
    quotes: 'collecting quotes',
    ordered: 'order signed',
    begun: 'work begun',
    done: 'finished',
  },
  askStage: 'Before you leave with this scheme: has a quote or an order been signed, or work begun?',
  askOtherAids:
    'And has the company received other public aid in the last three years, or does it apply for some for this project?',
  orderedWarning: '**Careful: to be confirmed before you go further.**',
  otherAidsWarning: '**Careful about combining aids, to be confirmed.**',
  noWarning: (applyFirst) =>
    `Nothing in your answers speaks against it. The operator will confirm.${applyFirst ? ' Sign nothing before you have applied.' : ''}`,
  askEmail:
    'To which e-mail address shall I send this list? It is used for this one mail and nothing else, then deleted.',
  invalidEmail: 'This is no valid e-mail address. Could you write it again?',
  mailed: (email) => `Noted: the list is on its way to ${email}.`,
  mailedEnough: 'This conversation has already sent several lists. The simplest now is to talk about it.',
  left: 'Very well, let us stop here. Any other question?',
  buttons: {
    start: 'Find my schemes',
    showNow: 'Show the schemes',
    why: 'Why these schemes?',
    more: 'More schemes',
    refine: 'Refine',
    mail: 'Send me the list by e-mail',
    talk: 'Talk to the project lead',
    back: 'Back to the list',
    notSigned: 'Nothing is signed',
    signed: 'An order is signed',
    begun: 'Work has begun',
    unknown: 'I do not know',
    sizes: [
      { title: 'Fewer than 10', min: 0, max: 9 },
      { title: '10 to 49', min: 10, max: 49 },
      { title: '50 to 249', min: 50, max: 249 },
      { title: '250 and more', min: 250, max: 1_000_000 },
    ],
    sectors: [
      { title: 'Industry', section: 'C' },
      { title: 'Water, waste', section: 'E' },
      { title: 'Construction', section: 'F' },
      { title: 'Transport', section: 'H' },
      { title: 'Trade', section: 'G' },
      { title: 'Engineering', section: 'M' },
    ],
  },
};

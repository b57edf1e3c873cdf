import { callSheet } from '../../src/leads/callSheet';
import { phoneForPeople } from '../../src/leads/phoneForPeople';
import { questionsWorthAsking } from '../../src/leads/questionsWorthAsking';
import type { LeadProject } from '../../src/leads/lead';
import { fullLead } from '../support/fullLead';
import { pageNames } from '../support/mails';
import { jeannesLead } from '../support/people';

const factsOf = (lead = fullLead(), heading = 'Entreprise et lieu du projet') => {
  const section = callSheet(lead, pageNames).sections.find((one) => one.heading === heading);
  return section?.kind === 'facts' ? section.facts.map(({ label, text }) => `${label}: ${text}`) : [];
};

it('begins with how to call, then what it is about, and ends with what to ask', () => {
  expect(callSheet(fullLead(), pageNames).sections.map(({ heading }) => heading)).toEqual([
    'Rappeler',
    'Son besoin, dans ses mots',
    'Son message',
    'Entreprise et lieu du projet',
    'Questions posées à l’assistant',
    'Aides regardées',
    'Trois questions utiles pour ce premier échange',
  ]);
});

it('says how far the company and the site are known', () => {
  expect(factsOf(fullLead({ companyLookup: 'unavailable', companyFacts: undefined }))).toContain(
    'Identification: non vérifiée : le registre public ne répondait pas',
  );
  expect(factsOf(fullLead({ site: { place: 'Lyon', kind: 'outside' } }))).toContain(
    'Lieu du projet: Lyon – hors du territoire',
  );
  expect(factsOf(fullLead({ site: { place: 'chez moi', kind: 'unknown' } }))).toContain(
    'Lieu du projet: chez moi (commune non reconnue)',
  );
  const ceased = { ...fullLead().companyFacts!, active: false };
  expect(factsOf(fullLead({ companyFacts: ceased }))).toContain(
    'Attention: entreprise cessée d’après le registre',
  );
});

it('tells the project and the schemes of the aid finder, with what is to be checked, and no scheme twice', () => {
  const project: LeadProject = {
    facts: [
      { about: 'theme', text: 'récupération de chaleur' },
      { about: 'cost', text: '800 000 €' },
      { about: 'stage', text: 'aux devis' },
    ],
    otherAids: true,
    schemes: [
      { pageId: 'aides/pret', eligible: false, toCheck: ['l’effectif', 'le lieu du projet'] },
      { pageId: 'aides/conseil', eligible: true, toCheck: [] },
    ],
  };
  const lead = jeannesLead({ project, schemes: ['aides/pret', 'aides/autre'] });
  const items = (heading: string) => {
    const section = callSheet(lead, pageNames).sections.find((one) => one.heading === heading);
    return section?.kind === 'list' ? section.items.map(({ text }) => text) : [];
  };
  expect(items('Son projet, d’après ses réponses')).toEqual([
    'récupération de chaleur',
    '800 000 €',
    'aux devis',
    'A reçu ou demande d’autres aides publiques : cumul à vérifier',
  ]);
  expect(items('Aides proposées par l’assistant')).toEqual([
    'aides/pret – à vérifier : l’effectif, le lieu du projet',
    'aides/conseil – convient d’après ses réponses',
  ]);
  expect(items('Aides regardées')).toEqual(['aides/autre']);
  // What the finder knows is not asked on the phone.
  expect(questionsWorthAsking(lead)).toEqual(['size', 'site', 'timing']);
  expect(questionsWorthAsking(fullLead({ project }))).toEqual(['timing', 'otherAdvisers', 'decider']);
});

it('keeps the id of a page that is no longer there', () => {
  const sheet = callSheet(
    jeannesLead({ schemes: ['gone'], questions: [{ question: 'Q', pageId: 'gone' }] }),
    pageNames,
  );
  expect(JSON.stringify(sheet)).toContain('réponse donnée : gone');
});

describe('the questions worth asking', () => {
  it('begin with what is not known', () => {
    expect(questionsWorthAsking(jeannesLead())).toEqual(['size', 'site', 'timing']);
    expect(questionsWorthAsking(fullLead())).toEqual(['timing', 'cost', 'stage']);
    expect(
      questionsWorthAsking(fullLead({ companyLookup: 'notRegistered', companyFacts: undefined }))[0],
    ).toBe('registration');
  });

  it('do not ask what was said', () => {
    const lead = fullLead({ need: 'Une presse à 120 000 € pour septembre' });
    expect(questionsWorthAsking(lead)).toEqual(['stage', 'earlierAids', 'otherAdvisers']);
    expect(questionsWorthAsking(fullLead({ need: 'A press for 40k€ within 6 months' }))).not.toContain(
      'timing',
    );
  });

  it('are three, whatever is known', () => {
    for (const companyLookup of ['publicBody', 'foreign', 'notRegistered', 'found'] as const) {
      expect(questionsWorthAsking(fullLead({ companyLookup, need: '3 M€ avant juin' }))).toHaveLength(3);
    }
  });
});

it('writes phone numbers as people do', () => {
  expect(phoneForPeople('+33123456789')).toBe('01 23 45 67 89');
  expect(phoneForPeople('+3221234567')).toBe('+32 2 123 45 67');
  expect(phoneForPeople('?')).toBe('?');
});

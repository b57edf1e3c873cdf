import { checkCorpus } from '../../src/knowledge/checkCorpus';
import { loadCorpus } from '../../src/knowledge/corpus';
import { aPage, knowledgeFolder } from '../support/knowledgeFolder';

const people = `defaut: jeanne
destinataires:
  jeanne: { nom: Jeanne, fonction: { fr: a, en: a }, telephone: "1", courriel: j@example.fr, adresse: a }
  paul: { nom: Paul, fonction: { fr: a, en: a }, telephone: "2", courriel: p@example.fr, adresse: a, horaires: { fr: le matin, en: mornings } }
`;
const list =
  'source: registre\nlue_le: 2026-01-10\nintercommunalites: [{ siren: "123456782", nom: Vallée }]\n';
const folder = (contacts: string): string =>
  knowledgeFolder({
    'contacts.yml': people + contacts,
    'territoire/intercommunalites.yml': list,
    'economie/forges.md': aPage(),
  });
/** Faults of the contacts alone, as line and message. */
const faultsOf = (contacts: string): [number, string][] =>
  loadCorpus([folder(contacts)])
    .faults.filter(({ file }) => file === 'contacts.yml')
    .map(({ line, message }) => [line, message]);

it('contacts without rules have one recipient by default, who is also the last resort', () => {
  const { corpus } = loadCorpus([folder('')]);
  expect(corpus).toMatchObject({
    contact: { id: 'jeanne' },
    rules: [],
    absences: [],
    escalationId: 'jeanne',
  });
  expect(corpus?.recipients.map(({ id, hours }) => [id, hours?.fr])).toEqual([
    ['jeanne', undefined],
    ['paul', 'le matin'],
  ]);
});

it('rules, absences and the stand-in of last resort are read', () => {
  const { corpus, faults } = loadCorpus([
    folder(`escalade: paul
regles:
  - { intercommunalite: Vallée, destinataires: [paul] }
  - { theme: economie, aide: economie/forges, destinataires: [jeanne, paul] }
absences:
  - { destinataire: paul, du: 2026-12-21, au: 2027-01-03, remplacant: jeanne }
`),
  ]);
  expect(faults).toEqual([]);
  expect(corpus).toMatchObject({
    escalationId: 'paul',
    intercommunalities: ['Vallée'],
    rules: [
      { intercommunality: 'Vallée', recipients: ['paul'] },
      { theme: 'economie', scheme: 'economie/forges', recipients: ['jeanne', 'paul'] },
    ],
    absences: [{ recipientId: 'paul', from: '2026-12-21', to: '2027-01-03', standInId: 'jeanne' }],
  });
});

describe('a start is refused, with the line, by', () => {
  it.each<[string, string, number, string]>([
    [
      'a misspelt recipient of a rule',
      'regles:\n  - theme: economie\n    destinataires: [paul, pual]\n',
      7,
      '« pual »',
    ],
    ['a rule for everything', 'regles:\n  - destinataires: [paul]\n', 6, 'indiquez'],
    [
      'a rule for nobody',
      'regles:\n  - { theme: economie, destinataires: [] }\n',
      6,
      'au moins un destinataire',
    ],
    [
      'a misspelt intercommunality',
      'regles:\n  - { intercommunalite: Valée, destinataires: [paul] }\n',
      6,
      '« Valée »',
    ],
    ['a theme of no page', 'regles:\n  - { theme: economy, destinataires: [paul] }\n', 6, '« economy »'],
    [
      'a page that does not exist',
      'regles:\n  - { aide: aides/four, destinataires: [paul] }\n',
      6,
      'aides/four',
    ],
    ['a misspelt last resort', 'escalade: pual\n', 5, '« pual »'],
    [
      'an absence of nobody',
      'absences:\n  - { destinataire: pual, du: 2026-12-21, au: 2027-01-03 }\n',
      6,
      '« pual »',
    ],
    [
      'a misspelt stand-in',
      'absences:\n  - { destinataire: paul, du: 2026-12-21, au: 2027-01-03, remplacant: jean }\n',
      6,
      '« jean »',
    ],
    [
      'who stands in for themselves',
      'absences:\n  - { destinataire: paul, du: 2026-12-21, au: 2027-01-03, remplacant: paul }\n',
      6,
      'une autre personne',
    ],
    [
      'an absence that ends before it begins',
      'absences:\n  - { destinataire: paul, du: 2026-12-21, au: 2026-12-20 }\n',
      6,
      'précède',
    ],
    [
      'a day that does not exist',
      'absences:\n  - { destinataire: paul, du: 2026-02-30, au: 2026-12-20 }\n',
      6,
      "n'existe pas",
    ],
    [
      'absences that overlap',
      'absences:\n  - { destinataire: paul, du: 2026-12-21, au: 2027-01-03 }\n  - { destinataire: paul, du: 2027-01-03, au: 2027-01-05 }\n',
      7,
      'chevauche',
    ],
    ['a rule without recipients', 'regles:\n  - { theme: economie }\n', 5, 'champ obligatoire absent'],
    ['an unknown field', 'absence: []\n', 5, 'champ inconnu'],
  ])('%s', (_, contacts, line, part) => {
    expect(faultsOf(contacts)).toEqual([[line, expect.stringContaining(part)]]);
  });

  it('an address that cannot be written to, and an id that cannot be part of a name', () => {
    const contacts =
      'defaut: Jeanne\ndestinataires:\n  Jeanne: { nom: J, fonction: { fr: a, en: a }, telephone: "1", courriel: j@exemple, adresse: a }\n';
    const faults = (text: string): string[] =>
      loadCorpus([knowledgeFolder({ 'contacts.yml': text })]).faults.map(
        ({ line, message }) => `${line} ${message}`,
      );
    expect(faults(contacts)).toEqual([
      expect.stringMatching(/^3 .*courriel : adresse électronique/),
      expect.stringMatching(/^3 .*identifiant attendu/),
    ]);
  });
});

it('an absence that is over is a warning, and only for who asks on a day', () => {
  const path = folder('absences:\n  - { destinataire: paul, du: 2026-10-01, au: 2026-10-09 }\n');
  const told = (today?: string): unknown[] =>
    checkCorpus([path], today).faults.filter(({ file }) => file === 'contacts.yml');
  expect(told()).toEqual([]);
  expect(told('2026-10-09')).toEqual([]);
  expect(told('2026-10-10')).toEqual([
    {
      file: 'contacts.yml',
      line: 6,
      level: 'avertissement',
      message: expect.stringContaining('terminée le 2026-10-09') as string,
    },
  ]);
});

it('a list of intercommunalities at fault is told with its line', () => {
  const faults = loadCorpus([
    knowledgeFolder({ 'territoire/intercommunalites.yml': list.replace('"123456782"', '"12"') }),
  ]).faults;
  expect(faults).toEqual([
    {
      file: 'territoire/intercommunalites.yml',
      line: 3,
      level: 'erreur',
      message: expect.stringContaining('neuf chiffres') as string,
    },
  ]);
});

import { stringify } from 'yaml';
import { checkCorpus } from '../../src/knowledge/checkCorpus';
import { readKnowledge } from '../../src/knowledge/knowledge';
import { aPage, knowledgeFolder, thirtyWaysToAsk, type KnowledgeFiles } from '../support/knowledgeFolder';

const check = (files: KnowledgeFiles, ...others: KnowledgeFiles[]) =>
  checkCorpus([knowledgeFolder(files), ...others.map(knowledgeFolder)]).faults;
const page = (fields: Readonly<Record<string, unknown>> = {}) => aPage(fields);

it('finds nothing wrong with a folder that is right', () => {
  const folder = knowledgeFolder({
    'economie/forges.md': page({ liens: ['economie/mines'] }),
    'economie/mines.md': page({ questions: thirtyWaysToAsk('les mines') }),
  });
  expect(checkCorpus([folder])).toEqual({ faults: [], pages: 2 });
});

describe('an error is', () => {
  it.each([
    ['a dead link', { liens: ['economie/mines'] }, "n'existe pas : economie/mines"],
    [
      'a need that names a scheme which is nowhere',
      { type: 'besoin', aides: ['aides/rien'] },
      "n'existe pas : aides/rien",
    ],
    ['an unknown source', { sources: ['rumeur'] }, 'source inconnue dans sources.yml : rumeur'],
    ['a statement without source', { sources: [] }, 'au moins une source'],
    [
      'a next check before the last one',
      { verifie_le: '2026-07-10', a_verifier_le: '2026-01-10' },
      'précède verifie_le',
    ],
  ])('%s', (_, fields, message) => {
    expect(check({ 'economie/forges.md': page(fields) })).toEqual([
      expect.objectContaining({
        file: 'economie/forges.md',
        level: 'erreur',
        message: expect.stringContaining(message) as string,
      }),
    ]);
  });

  it('the same page id in two folders', () => {
    const faults = check({ 'economie/forges.md': page() }, { 'economie/forges.md': page() });
    expect(faults).toContainEqual(
      expect.objectContaining({
        level: 'erreur',
        message: expect.stringContaining("l'identifiant economie/forges") as string,
      }),
    );
  });

  it('a welcome page that does not exist', () => {
    const faults = check({
      'economie/forges.md': page(),
      'profil.yml':
        'programme: { fr: a, en: a }\nterritoire: { fr: a, en: a }\naccueil: { pages: [economie/mines] }\n',
    });
    expect(faults).toEqual([
      expect.objectContaining({
        file: 'profil.yml',
        level: 'erreur',
        message: expect.stringContaining('economie/mines') as string,
      }),
    ]);
  });

  it.each(['lexique.yml', 'intents.yml', 'sources.yml', 'contacts.yml', 'profil.yml'])(
    'the absence of %s',
    (file) => {
      expect(check({ 'economie/forges.md': page(), [file]: undefined })).toContainEqual(
        expect.objectContaining({ file, message: 'fichier absent' }),
      );
    },
  );

  it('a default recipient who is not among the recipients', () => {
    const contacts =
      'defaut: paul\ndestinataires:\n  jeanne: { nom: J, fonction: { fr: a, en: a }, telephone: "1", courriel: j@example.fr, adresse: a }\n';
    expect(check({ 'economie/forges.md': page(), 'contacts.yml': contacts })).toEqual([
      expect.objectContaining({
        file: 'contacts.yml',
        message: expect.stringContaining('« paul »') as string,
      }),
    ]);
  });

  it('a folder that does not exist', () => {
    const { faults } = checkCorpus(['/nowhere/knowledge']);
    expect(faults[0]?.message).toContain("n'existe pas");
  });
});

describe('the themes of projects', () => {
  const scheme = (themes: readonly string[]) =>
    page({
      type: 'aide',
      theme: 'aides',
      aide: {
        operateur: 'B',
        niveau: 'etat',
        nature: ['pret'],
        themes,
        objet: 'o',
        pour_qui: 'p',
        permanent: true,
        confiance: 'certain',
      },
    });
  const themes = (of: object) =>
    stringify({ forge: { fr: 'forge', en: 'forge', mots: { fr: ['forger'], en: ['to forge'] }, ...of } });

  it.each([
    [
      'a scheme’s theme that the file does not have',
      ['forge', 'mine'],
      {},
      'aides/forge.md',
      'pas dans themes.yml : mine',
    ],
    ['a theme that no scheme bears', [], {}, 'themes.yml', 'forge : aucune aide ne porte ce thème'],
    [
      'a page that does not exist',
      ['forge'],
      { pages: ['besoins/rien'] },
      'themes.yml',
      'page n’existe pas : besoins/rien',
    ],
    [
      'a wider theme that does not exist',
      ['forge'],
      { plus_large: ['metal'] },
      'themes.yml',
      'thème n’existe pas : metal',
    ],
    ['a word that the file does not know', ['forge'], { couleur: 'bleu' }, 'themes.yml', 'couleur'],
  ])('refuse %s', (_, borne, of, file, message) => {
    const faults = check({ 'aides/forge.md': scheme(borne), 'themes.yml': themes(of) });
    expect(faults.map((fault) => ({ ...fault, message: fault.message.replace(/'/g, '’') }))).toContainEqual(
      expect.objectContaining({ file, level: 'erreur', message: expect.stringContaining(message) as string }),
    );
  });

  it('are not asked for where there is no such file', () => {
    expect(check({ 'aides/forge.md': scheme(['mine']) })).toEqual([]);
  });
});

describe('a page that admits a gap', () => {
  it('needs no source', () => {
    expect(check({ 'limites/or.md': page({ type: 'limite', sources: [] }) })).toEqual([]);
  });
});

describe('a warning is', () => {
  it('a page with few ways to ask', () => {
    expect(check({ 'economie/forges.md': page({ questions: ['combien de forges'] }) })).toEqual([
      expect.objectContaining({
        level: 'avertissement',
        message: expect.stringContaining('1 façons de demander seulement') as string,
      }),
    ]);
  });

  it('a way to ask that two pages share, whatever its accents, case and punctuation', () => {
    const faults = check({
      'economie/forges.md': page({ questions: [...thirtyWaysToAsk('les forges'), 'Où sont-elles ?'] }),
      'economie/mines.md': page({ questions: [...thirtyWaysToAsk('les mines'), 'OU SONT ELLES'] }),
    });
    expect(faults).toEqual([
      expect.objectContaining({
        file: 'economie/mines.md',
        level: 'avertissement',
        message: expect.stringContaining('economie/forges.md') as string,
      }),
    ]);
  });
});

it('tells faults of schema and faults across pages together', () => {
  const faults = check({
    'economie/forges.md': page({ liens: ['economie/nulle-part'] }),
    'economie/mines.md': page({ questions: thirtyWaysToAsk('les mines'), titre: undefined }),
  });
  expect(faults.map((fault) => fault.file).sort()).toEqual(['economie/forges.md', 'economie/mines.md']);
});

it('stops the start with every fault, its file and line, and leaves warnings out', () => {
  const folder = knowledgeFolder({
    'economie/forges.md': page({ titre: undefined, questions: ['forges ?'] }),
    'economie/mines.md': page({ type: 'opinion' }),
  });
  expect(() => readKnowledge([folder])).toThrow(
    /^KNOWLEDGE_INVALID: 2 faute[^]*economie\/forges\.md:2 erreur[^]*economie\/mines\.md:\d+ erreur/,
  );
});

it('stops the start when a link leads nowhere, as the check does', () => {
  const folder = knowledgeFolder({ 'economie/forges.md': page({ liens: ['economie/nulle-part'] }) });
  expect(() => readKnowledge([folder])).toThrow(/KNOWLEDGE_INVALID/);
});

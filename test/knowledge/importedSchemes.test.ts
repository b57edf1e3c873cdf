import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { checkCorpus } from '../../src/knowledge/checkCorpus';
import { loadCorpus } from '../../src/knowledge/corpus';
import { importedTwins } from '../../src/knowledge/importedTwins';
import { readKnowledge } from '../../src/knowledge/knowledge';
import { createKnowledgeCache } from '../../src/knowledge/knowledgeCache';
import type { AnswerContext } from '../../src/knowledge/answerOutcome';
import { aPage, knowledgeFolder, thirtyWaysToAsk } from '../support/knowledgeFolder';
import { tempFolder } from '../support/tempFolder';

const importation = { fichier: 'x.yaml', catalogue: 'Le grand livre', licence: 'libre', le: '2026-01-10' };
const anAid = (fields: Record<string, unknown> = {}) => ({
  operateur: 'Guilde',
  niveau: 'etat',
  nature: ['conseil'],
  themes: [],
  objet: 'Un conseil.',
  pour_qui: 'Toutes les entreprises',
  confiance: 'probable',
  ...fields,
});

/** The text of an imported page as an import writes it. */
const imported = (name: string, aid: Record<string, unknown> = {}, promise = `Profitez de ${name}`): string =>
  aPage(
    {
      titre: name,
      bouton: name.slice(0, 32),
      type: 'aide',
      theme: 'aides',
      sources: ['catalogue'],
      questions: [`c'est quoi ${name} ?`, `comment demander ${name} ?`, promise],
      aide: anAid({ sigles: [name], importation, ...aid }),
    },
    `${promise}.`,
  );

const ownFolder = () =>
  knowledgeFolder({
    'profil.yml': stringify({
      programme: { fr: 'Vallée des Forges', en: 'Forge Valley' },
      territoire: { fr: 'vallée des Forges', en: 'Forge Valley' },
      accueil: { pages: [] },
      regions: ['28'],
    }),
    'economie/forges.md': aPage({ questions: ['combien de forges', 'nombre de forges dans la vallée'] }),
    'aides/enclume.md': aPage(
      {
        titre: 'Chèque Enclume de la Guilde',
        type: 'aide',
        theme: 'aides',
        questions: [
          'une aide pour remplacer mes enclumes',
          'diagnostic du bruit des enclumes',
          ...thirtyWaysToAsk('le chèque enclume'),
        ],
        aide: anAid({ sigles: ['Chèque Enclume'], url: 'https://www.guilde.example/cheque-enclume/' }),
      },
      'Le chèque Enclume paie la moitié.',
    ),
  });
const sources = stringify({
  catalogue: { titre: 'Le grand livre (libre)', url: 'https://livre.example/', lue_le: '2026-01-09' },
});

function extraFolder(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder();
  for (const [path, text] of Object.entries({ 'sources.yml': sources, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const schemes = () =>
  extraFolder({
    'aides-importees/zinguerie.md': imported('Programme Zinguerix', { regions: ['53'] }),
    'aides-importees/bruit.md': imported('Diagnostic bruit', { regions: ['53'] }),
    'aides-importees/marteau.md': imported('Marteau sonnant', {}, 'Réparez vos marteaux de forge usés'),
    'aides-importees/enclume.md': imported('Chèque Enclume'),
    'aides-importees/autre-enclume.md': imported('Remplacement', {
      url: 'https://guilde.example/cheque-enclume',
    }),
  });

function answers(extra = schemes()) {
  const { findAnswer } = readKnowledge([ownFolder(), extra]);
  return (question: string, context?: AnswerContext) => {
    const outcome = findAnswer(question, 'fr', context);
    if ('page' in outcome) return `${outcome.kind} ${outcome.page.id}`;
    return 'closest' in outcome && outcome.closest ? `closest ${outcome.closest.id}` : outcome.kind;
  };
}

describe('a question', () => {
  const answer = answers();

  it.each([
    "c'est quoi Zinguerix ?",
    'le programme zinguerix pour mon atelier',
    'programme  ZINGUERIX',
    'Programme Zinguérix',
  ])('that calls an imported scheme by its own name is answered by it: "%s"', (question) => {
    expect(answer(question)).toBe('answered aides-importees/zinguerie');
  });

  it('that editors answer is answered by them, though its words are the name of a scheme of another region', () => {
    expect(answer('un diagnostic bruit pour mes enclumes')).toBe('answered aides/enclume');
  });

  it('that names nobody is told at most what comes nearest, and never a scheme of another region', () => {
    expect(answer('réparer des marteaux usés')).toMatch(/^closest aides-importees\/marteau$/);
    expect(answer('profiter de diagnostic')).not.toContain('bruit');
  });

  it('about what nobody knows is not answered', () => {
    expect(answer('quelle heure est-il à Tokyo')).toBe('unanswered');
  });

  it('that leans on an imported scheme told before is about that scheme', () => {
    const context = { lastPageId: 'aides-importees/zinguerie', lastQuestion: "c'est quoi Zinguerix ?" };
    expect(answer("et jusqu'à quand ?", context)).toBe('answered aides-importees/zinguerie');
    expect(answer('combien de forges', context)).toBe('answered economie/forges');
  });
});

it('changes no answer of editors, whatever is imported', () => {
  const own = readKnowledge([ownFolder()]);
  const both = readKnowledge([ownFolder(), schemes()]);
  for (const page of own.corpus.pages.values()) {
    for (const question of page.fr.questions) {
      expect(both.findAnswer(question, 'fr')).toEqual(own.findAnswer(question, 'fr'));
    }
  }
});

it('knows an imported page of which an editor’s page tells already, by name or by address', () => {
  const { corpus } = loadCorpus([ownFolder(), schemes()]);
  expect(Object.fromEntries(importedTwins(corpus!.pages.values()))).toEqual({
    'aides-importees/enclume': 'aides/enclume',
    'aides-importees/autre-enclume': 'aides/enclume',
  });
  expect(answers()("c'est quoi le chèque enclume ?")).toBe('answered aides/enclume');
});

it('knows an address that a catalogue files by another year', () => {
  const at = (year: string) => `https://agence.example/${year}/installation-de-marteaux-et-d-enclumes-neuves`;
  const folder = knowledgeFolder({
    'aides/un.md': aPage({ type: 'aide', aide: anAid({ url: at('2025') }) }),
    'aides/deux.md': aPage({ titre: 'Deux', type: 'aide', aide: anAid({ url: at('2026'), importation }) }),
    'aides/trois.md': aPage({
      titre: 'Trois',
      type: 'aide',
      aide: anAid({ url: 'https://agence.example/', importation }),
    }),
  });
  const { corpus } = loadCorpus([folder]);
  expect([...importedTwins(corpus!.pages.values())]).toEqual([['aides/deux', 'aides/un']]);
});

describe('a further folder', () => {
  it('brings its pages and its sources', () => {
    const { corpus, faults } = loadCorpus([ownFolder(), schemes()]);
    expect(faults).toEqual([]);
    expect(corpus?.pages.has('aides-importees/marteau')).toBe(true);
    expect(corpus?.sources.get('catalogue')?.readOn).toBe('2026-01-09');
    expect(corpus?.sources.has('registre')).toBe(true);
  });

  it('may bring neither an id nor a source that is taken', () => {
    const own = ownFolder();
    const extra = extraFolder({
      'economie/forges.md': aPage(),
      'sources.yml': stringify({
        registre: { titre: 'Un autre', url: 'https://autre.example/', lue_le: '2026-01-01' },
      }),
    });
    expect(loadCorpus([own, extra]).faults.map(({ message }) => message)).toEqual([
      "une autre page porte déjà l'identifiant economie/forges",
      "une autre source porte déjà l'identifiant registre",
    ]);
  });

  it('is checked with the rest, without asking editors to word imported pages better', () => {
    const { faults, pages } = checkCorpus([ownFolder(), schemes()]);
    expect(pages).toBe(7);
    expect(
      faults.filter(({ message }) => message.includes('façons de demander')).map(({ file }) => file),
    ).toEqual(['economie/forges.md']);
    const broken = extraFolder({ 'aides-importees/marteau.md': imported('Marteau', { regions: ['99'] }) });
    expect(checkCorpus([ownFolder(), broken]).faults).toContainEqual(
      expect.objectContaining({ file: 'aides-importees/marteau.md', level: 'erreur' }),
    );
  });

  it('is kept for the next start together with the editors’ pages', () => {
    const folders = [ownFolder(), schemes()];
    const place = tempFolder();
    const open = () => readKnowledge(folders, createKnowledgeCache(join(place, 'k.bin'), folders, 'build'));
    const fresh = open().findAnswer("c'est quoi Zinguerix ?", 'fr');
    expect(readdirSync(place)).toEqual(['k.bin']);
    expect(open().findAnswer("c'est quoi Zinguerix ?", 'fr')).toEqual(fresh);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { tempFolder } from './tempFolder';

/** Files of a knowledge folder by path; `undefined` leaves one out that would otherwise be there. */
export type KnowledgeFiles = Readonly<Record<string, string | undefined>>;

const common: Record<string, string> = {
  'lexique.yml': stringify({ abreviations: { cb: 'combien' }, notions: { vallee: ['vallée', 'valley'] } }),
  'intents.yml': stringify({
    greet: { fr: ['bonjour', 'salut'], en: ['hello', 'good morning'] },
    callMeBack: { fr: ['rappelez-moi', 'je veux être rappelé'], en: ['call me back'] },
  }),
  'sources.yml': stringify({
    registre: { titre: 'Le registre', url: 'https://registre.example/', lue_le: '2026-01-10' },
  }),
  'contacts.yml': stringify({
    defaut: 'jeanne',
    destinataires: {
      jeanne: {
        nom: 'Jeanne Dupont',
        fonction: { fr: 'cheffe de projet', en: 'project lead' },
        telephone: '01 23 45 67 89',
        courriel: 'jeanne.dupont@example.fr',
        adresse: '1 place de la Forge, 00000 Forgeville',
      },
    },
  }),
  'profil.yml': stringify({
    programme: { fr: 'Vallée des Forges', en: 'Forge Valley' },
    territoire: { fr: 'vallée des Forges', en: 'Forge Valley' },
    accueil: { pages: [] },
  }),
};

/** A knowledge folder of a programme that exists nowhere, complete and without fault, with these files added or replaced. */
export function knowledgeFolder(files: KnowledgeFiles = {}): string {
  const folder = tempFolder();
  for (const [path, text] of Object.entries({ ...common, ...files })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The text of a French page that has no fault, with fields replaced; a field that is `undefined` is left out. */
export function aPage(
  fields: Readonly<Record<string, unknown>> = {},
  body = 'La vallée compte 12 forges.',
): string {
  const head = {
    titre: 'Combien de forges ?',
    bouton: 'Forges',
    type: 'fait',
    theme: 'economie',
    sources: ['registre'],
    verifie_le: '2026-01-10',
    a_verifier_le: '2026-07-10',
    questions: thirtyWaysToAsk('les forges'),
    ...fields,
  };
  return `---\n${stringify(head)}---\n${body}\n`;
}

/** The text of an English twin without fault. */
export function aTwin(
  fields: Readonly<Record<string, unknown>> = {},
  body = 'The valley has 12 forges.',
): string {
  const head = { titre: 'How many forges?', bouton: 'Forges', questions: ['how many forges'], ...fields };
  return `---\n${stringify(head)}---\n${body}\n`;
}

/** As many variants as the check asks for, all different, all about one thing. */
export function thirtyWaysToAsk(what: string): string[] {
  return Array.from({ length: 30 }, (_, n) => `façon ${n + 1} de demander ${what}`);
}

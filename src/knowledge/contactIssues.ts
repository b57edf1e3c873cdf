import type { ContactsFile } from './contacts';

/** What contacts may refer to in the rest of the folder. */
export interface ContactRefs {
  readonly intercommunalities: ReadonlySet<string>;
  /** Themes of pages and of schemes. */
  readonly themes: ReadonlySet<string>;
  readonly pageIds: ReadonlySet<string>;
}

/** A fault at a place of the file, told to an editor. */
export interface ContactIssue {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Names that the assistant uses for the visitor's company and for the operator. */
const reserved = ['company', 'operator'];

/** What a form alone cannot see: references to nobody, rules for everything, absences that contradict each other. */
export function contactIssues(file: ContactsFile, refs: ContactRefs): ContactIssue[] {
  const issues: ContactIssue[] = [];
  const known = (id: string, ...path: (string | number)[]): void => {
    if (!Object.hasOwn(file.destinataires, id))
      issues.push({ path, message: `aucun destinataire « ${id} »` });
  };
  known(file.defaut, 'defaut');
  if (file.escalade !== undefined) known(file.escalade, 'escalade');
  for (const id of Object.keys(file.destinataires)) {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || reserved.includes(id)) {
      issues.push({
        path: ['destinataires', id],
        message: `identifiant attendu en minuscules sans accent, chiffres et tirets, autre que ${reserved.join(' et ')}`,
      });
    }
  }
  file.regles.forEach((rule, i) => {
    const { intercommunalite, theme, aide } = rule;
    if (intercommunalite === undefined && theme === undefined && aide === undefined) {
      issues.push({
        path: ['regles', i, 'destinataires'],
        message: 'indiquez aussi intercommunalite, theme ou aide',
      });
    }
    if (intercommunalite !== undefined && !refs.intercommunalities.has(intercommunalite)) {
      issues.push({
        path: ['regles', i, 'intercommunalite'],
        message: `« ${intercommunalite} » n'est pas dans territoire/intercommunalites.yml`,
      });
    }
    if (theme !== undefined && !refs.themes.has(theme)) {
      issues.push({ path: ['regles', i, 'theme'], message: `aucune page du thème « ${theme} »` });
    }
    if (aide !== undefined && !refs.pageIds.has(aide)) {
      issues.push({ path: ['regles', i, 'aide'], message: `page inconnue : ${aide}` });
    }
    rule.destinataires.forEach((id, j) => {
      known(id, 'regles', i, 'destinataires', j);
    });
  });
  file.absences.forEach((absence, i) => {
    const { destinataire, du, au, remplacant } = absence;
    known(destinataire, 'absences', i, 'destinataire');
    if (remplacant !== undefined) known(remplacant, 'absences', i, 'remplacant');
    if (remplacant === destinataire)
      issues.push({ path: ['absences', i, 'remplacant'], message: 'une autre personne doit remplacer' });
    if (au < du)
      issues.push({
        path: ['absences', i, 'au'],
        message: `cette date précède le début de l'absence, le ${du}`,
      });
    const rival = file.absences
      .slice(0, i)
      .find((other) => other.destinataire === destinataire && other.du <= au && du <= other.au);
    if (rival)
      issues.push({
        path: ['absences', i, 'du'],
        message: `chevauche l'absence du ${rival.du} au ${rival.au}`,
      });
  });
  return issues;
}

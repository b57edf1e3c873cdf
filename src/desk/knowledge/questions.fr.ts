import type { GroupState } from '../../knowledge/questionGroups';

/** What the list of questions without an answer says. */
export const questionTexts = {
  title: 'Ce que l’assistant n’a pas su',
  explain:
    'Questions restées sans réponse, ou dont la réponse n’a pas été jugée utile, réunies quand elles demandent la même chose. Les noms et numéros sont masqués.',
  tabsLabel: 'État des questions',
  states: {
    new: {
      slug: 'nouvelles',
      label: 'À traiter',
      none: 'Rien à traiter : tout a une réponse ou une décision.',
    },
    answered: { slug: 'traitees', label: 'Répondues', none: 'Aucune question traitée pour l’instant.' },
    outOfScope: { slug: 'hors-sujet', label: 'Hors sujet', none: 'Aucune question classée hors sujet.' },
    ignored: { slug: 'ignorees', label: 'Ignorées', none: 'Aucune question ignorée.' },
  } satisfies Record<GroupState, { slug: string; label: string; none: string }>,
  asked: (count: number) => (count === 1 ? 'Posée 1 fois' : `Posée ${count} fois`),
  notUseful: (count: number) => `dont ${count} avec une réponse jugée inutile`,
  english: 'en anglais',
  last: 'La dernière fois',
  wordings: (count: number) => `Les ${count} formulations`,
  write: 'Écrire la réponse',
  improve: 'Compléter une page',
  decide: { outOfScope: 'Hors sujet', ignored: 'Ignorer', new: 'Remettre à traiter' } as const,
  decided: (by: string) => `Décidé par ${by}`,
  answeredBy: 'Page qui répond',
  done: 'C’est noté.',
  gone: 'Cette question n’est plus dans la liste.',
  pages: { label: 'Pages de la liste', previous: 'Précédentes', next: 'Suivantes' },
} as const;

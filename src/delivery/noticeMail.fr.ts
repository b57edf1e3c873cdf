import type { NoticeKind } from '../notices/dueNotice';
import type { ToldState } from '../notices/watch';
import { withOrdinalFirst } from '../shared/time';

const format = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
/** An ISO day as people read it: 31 décembre 2026. */
const day = (isoDay = ''): string => withOrdinalFirst(format.format(new Date(`${isoDay}T00:00:00Z`)));

/** What one may do now, in a sentence. */
function stateLine({ kind, opensOn, closesOn }: ToldState): string {
  switch (kind) {
    case 'open':
      return `On peut déposer un dossier jusqu’au ${day(closesOn)} inclus.`;
    case 'permanent':
      return 'On peut déposer un dossier ; aucune date de fin n’est annoncée.';
    case 'notYetOpen':
      return closesOn === undefined
        ? `L’ouverture est annoncée pour le ${day(opensOn)}.`
        : `L’ouverture est annoncée pour le ${day(opensOn)}, et la clôture pour le ${day(closesOn)}.`;
    case 'closed':
      return 'Ce dispositif ne prend plus de dossier.';
    case 'suspended':
      return 'Pour le moment, l’opérateur ne prend pas de nouveau dossier.';
    case 'unknown':
      return 'Ses dates sont à confirmer auprès de l’opérateur.';
  }
}

const titles: Readonly<Record<NoticeKind, (scheme: string, state: ToldState) => string>> = {
  closesSoon: (scheme, { closesOn }) => `« ${scheme} » ferme le ${day(closesOn)}`,
  closed: (scheme) => `« ${scheme} » est clos`,
  opened: (scheme) => `« ${scheme} » est ouvert`,
  changed: (scheme) => `« ${scheme} » : les dates ont changé`,
};

/** Every sentence of the letters about a scheme, in French. */
export const noticeTexts = {
  confirm: {
    title: (scheme: string) => `Confirmez : être prévenu pour « ${scheme} »`,
    asked:
      'Quelqu’un, sans doute vous, a demandé à être prévenu à cette adresse des changements de ce dispositif.',
    gets: 'Vous recevrez un message 30 jours puis 7 jours avant la clôture, à la clôture, à la réouverture, ou si les dates changent. Rien d’autre.',
    button: 'Confirmer',
    otherwise: (days: number) =>
      `Ce n’est pas vous, ou vous avez changé d’avis ? Ne faites rien : sans confirmation sous ${days} jours, cette adresse est effacée.`,
  },
  titles,
  stateLine,
  stillWatching: 'Nous vous préviendrons si ce dispositif rouvre.',
  reserve: 'Ces dates sont celles que nous connaissons ; seules celles de l’opérateur font foi.',
  factsHeading: 'Pour aller plus loin',
  operator: 'Opérateur',
  operatorPage: 'Page de l’opérateur',
  calendar: 'Rétroplanning (calendrier)',
  why: (endsOn: string) =>
    `Vous recevez ce message parce que vous l’avez demandé et confirmé. Ces messages cessent d’eux-mêmes le ${day(endsOn)}. Pour les arrêter tout de suite et effacer votre adresse :`,
  stop: 'Ne plus être prévenu',
  signature: (programme: string) => `L’assistant automatique de ${programme}`,
} as const;

/** The sentences, for the other language. */
export type NoticeTexts = {
  readonly [K in keyof typeof noticeTexts]: K extends 'confirm'
    ? { readonly [P in keyof (typeof noticeTexts)['confirm']]: Same<(typeof noticeTexts)['confirm'][P]> }
    : Same<(typeof noticeTexts)[K]>;
};
type Same<T> = T extends string ? string : T;

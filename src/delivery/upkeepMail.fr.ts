import type { UpkeepLink, UpkeepPage, UpkeepReport } from '../notices/upkeepReport';
import { withOrdinalFirst } from '../shared/time';
import type { MailDraft, MailPart } from './mailParts';

const long = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const day = (isoDay: string): string => withOrdinalFirst(long.format(new Date(`${isoDay}T00:00:00Z`)));
const monthFormat = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The monthly mail to the project lead: what there is to confirm in the pages, in French. @param month "2026-12" */
export function upkeepMail(month: string, report: UpkeepReport, programme: string): MailDraft {
  const name = monthFormat.format(new Date(`${month}-01T00:00:00Z`));
  const title = `À confirmer en ${name}`;
  const pages = (heading: string, list: readonly UpkeepPage[], on: string): MailPart[] =>
    section(
      heading,
      list.map((page) => `${page.title} (${page.file}), ${on} ${day(page.on)}`),
    );
  return {
    language: 'fr',
    subject: `[${programme}] ${title}`,
    title,
    parts: [
      {
        kind: 'paragraph',
        text: 'Voici ce que le temps a pu dépasser dans les pages de l’assistant. Une page confirmée reçoit une nouvelle date de vérification ; une date changée se corrige dans sa fiche.',
      },
      ...pages('Dispositifs qui ferment bientôt', report.closing, 'ferme le'),
      ...pages('Dispositifs clos : une suite est-elle annoncée ?', report.closed, 'clos depuis le'),
      ...pages('Pages à vérifier', report.overdue, 'prévue pour le'),
      ...imported(report.importedOverdue),
      ...links(report),
      {
        kind: 'paragraph',
        text: 'La même liste, à tout moment : assistant knowledge check. Les liens : assistant knowledge links.',
      },
      { kind: 'paragraph', text: `L’assistant automatique de ${programme}` },
    ],
  };
}

const section = (heading: string, texts: readonly string[]): MailPart[] =>
  texts.length > 0 ? [{ kind: 'list', heading, items: texts.map((text) => ({ text })) }] : [];

const imported = (count: number): MailPart[] =>
  count === 0
    ? []
    : [
        {
          kind: 'paragraph',
          text: `${count === 1 ? 'Une page importée est' : `${count} pages importées sont`} à renouveler : assistant knowledge import.`,
        },
      ];

function links({ links: list, linksCheckedOn }: UpkeepReport): MailPart[] {
  if (list.length === 0 || linksCheckedOn === undefined) return [];
  const told = ({ url, places, movedTo }: UpkeepLink): string =>
    `${movedTo === undefined ? 'mort' : `déplacé vers ${movedTo}`} : ${url} (${places.join(', ')})`;
  return section(`Liens à confirmer, vérifiés le ${day(linksCheckedOn)}`, list.map(told));
}

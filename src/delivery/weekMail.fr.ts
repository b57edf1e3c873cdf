import type { LetterContent } from '../notices/letter';
import { dayAfter, withOrdinalFirst } from '../shared/time';
import type { MailDraft, MailPart } from './mailParts';

const long = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const day = (isoDay: string): string => withOrdinalFirst(long.format(new Date(`${isoDay}T00:00:00Z`)));
/** « 1 demande », « 3 demandes ». */
const counted = (count: number, one: string, many: string): string => `${count} ${count < 2 ? one : many}`;

/** Pages that a digest names. */
const mostPages = 5;

/** The weekly mail to the project lead: what waits, what was closed, what to answer. @param deskUrl where the desk is */
export function weekMail(
  { monday, digest }: Extract<LetterContent, { kind: 'week' }>,
  programme: string,
  deskUrl: string,
): MailDraft {
  const title = `Votre semaine du ${day(monday)} au ${day(dayAfter(monday, 6))}`;
  const { waiting, pagesToCheck, toAnswer } = digest;
  const oldest =
    waiting.oldestReference === undefined ? '' : ` ; la plus ancienne est ${waiting.oldestReference}`;
  const first =
    waiting.count === 0
      ? 'Rien n’attend : toutes les demandes ont été prises.'
      : `${counted(waiting.count, 'demande attend', 'demandes attendent')} que quelqu’un la prenne${oldest}.`;
  const questions =
    digest.answeredShare === undefined
      ? 'Aucune question posée.'
      : `${counted(digest.questions, 'question posée', 'questions posées')}, dont ${Math.round(digest.answeredShare)} % avec une réponse.`;
  return {
    language: 'fr',
    subject: `[${programme}] ${title}`,
    title,
    parts: [
      { kind: 'paragraph', text: first },
      {
        kind: 'list',
        heading: 'Cette semaine-là',
        items: [
          { text: counted(digest.taken, 'demande prise', 'demandes prises') },
          { text: counted(digest.closed, 'demande close', 'demandes closes') },
          { text: questions },
        ],
      },
      ...list(
        'Questions à qui donner une réponse',
        toAnswer.map(({ question, count }) => `« ${question} » (${count} fois)`),
      ),
      ...list('Pages à vérifier', [
        ...pagesToCheck.slice(0, mostPages),
        ...more(pagesToCheck.length - mostPages),
      ]),
      { kind: 'paragraph', text: proof(digest.deliveries) },
      { kind: 'actions', actions: [{ label: 'Ouvrir le suivi', link: deskUrl }] },
      { kind: 'paragraph', text: `L’assistant automatique de ${programme}` },
    ],
  };
}

const more = (count: number): string[] =>
  count <= 0 ? [] : [count === 1 ? 'et une autre' : `et ${count} autres`];

function proof({ waiting, dead }: { readonly waiting: number; readonly dead: number }): string {
  const onTheirWay =
    waiting === 0 ? 'aucun message en route' : counted(waiting, 'message en route', 'messages en route');
  return dead === 0
    ? `Aucune demande perdue : chacune est enregistrée avant d’être annoncée, aucun message n’a été abandonné, ${onTheirWay}.`
    : `Aucune demande perdue, mais ${counted(dead, 'message n’est pas arrivé', 'messages ne sont pas arrivés')} : ouvrez le suivi, la demande concernée dit pourquoi et permet de renvoyer (${onTheirWay}).`;
}

const list = (heading: string, texts: readonly string[]): MailPart[] =>
  texts.length > 0 ? [{ kind: 'list', heading, items: texts.map((text) => ({ text })) }] : [];

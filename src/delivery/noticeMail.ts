import type { NoticeKind } from '../notices/dueNotice';
import type { Letter, LetterContent } from '../notices/letter';
import { confirmDays, type NoticeLinks } from '../notices/noticeLinks';
import type { MailAction, MailDraft, MailPart } from './mailParts';
import { noticeTexts as english } from './noticeMail.en';
import { noticeTexts as french } from './noticeMail.fr';

/** What letters need to know besides their content. */
export interface NoticeMailDeps {
  readonly programme: { readonly fr: string; readonly en: string };
  readonly links: Pick<NoticeLinks, 'confirm' | 'stop'>;
  /** Address of the backward timetable of a scheme's page. */
  readonly calendarLink: (schemeId: string) => string | undefined;
}

/** The mail of a letter to a watcher, in the language of the wish. */
export function noticeMail(
  letter: Letter,
  content: Exclude<
    LetterContent,
    { kind: 'upkeep' | 'aidList' | 'correction' | 'pairing' | 'signIn' | 'week' }
  >,
  deps: NoticeMailDeps,
): MailDraft {
  const { language, watchId = '' } = letter;
  const texts = language === 'fr' ? french : english;
  const programme = deps.programme[language];
  const scheme = content.scheme.title[language];
  const paragraph = (text: string): MailPart => ({ kind: 'paragraph', text });
  if (content.kind === 'confirm') {
    const { title, asked, gets, button, otherwise } = texts.confirm;
    const actions: MailAction[] = [{ label: button, link: deps.links.confirm(watchId) }];
    return {
      language,
      subject: `[${programme}] ${title(scheme)}`,
      title: title(scheme),
      parts: [
        paragraph(asked),
        paragraph(gets),
        { kind: 'actions', actions },
        paragraph(otherwise(confirmDays)),
        paragraph(texts.signature(programme)),
      ],
    };
  }
  const title = texts.titles[content.kind](scheme, content.state);
  return {
    language,
    subject: `[${programme}] ${title}`,
    title,
    parts: [
      paragraph(texts.stateLine(content.state)),
      ...(content.kind === 'closed' ? [paragraph(texts.stillWatching)] : []),
      paragraph(texts.reserve),
      {
        kind: 'facts',
        heading: texts.factsHeading,
        facts: [{ label: texts.operator, text: content.scheme.operator }],
      },
      ...furtherLinks(content, texts, deps),
      paragraph(texts.why(content.endsOn)),
      { kind: 'actions', actions: [{ label: texts.stop, link: deps.links.stop(watchId) }] },
      paragraph(texts.signature(programme)),
    ],
  };
}

function furtherLinks(
  { scheme, state }: Extract<LetterContent, { kind: NoticeKind }>,
  texts: typeof english,
  deps: NoticeMailDeps,
): MailPart[] {
  const calendar = state.kind === 'open' ? deps.calendarLink(scheme.id) : undefined;
  const actions: MailAction[] = [
    ...(scheme.url === undefined ? [] : [{ label: texts.operatorPage, link: scheme.url }]),
    ...(calendar === undefined ? [] : [{ label: texts.calendar, link: calendar }]),
  ];
  return actions.length > 0 ? [{ kind: 'actions', actions }] : [];
}

import type { Language } from '../../web/texts';
import type { ShownWatch } from '../notices/watchDesk';
import { formHtml } from './formParts';
import { escapeHtml } from './html';
import type { LeadPage, Notice } from './leadPageLayout';
import { noticePageTexts as english } from './noticePage.en';
import { noticePageTexts as french } from './noticePage.fr';

/** The sentences of the pages of notices in a language. */
export const noticePageTextsOf = (language: Language): typeof english =>
  language === 'fr' ? french : english;

/** The page that asks whether a watch is to be confirmed, or stopped. A stop goes to the address itself, as mail programs do it. */
export function askPage(act: 'confirm' | 'stop', { watch, scheme }: ShownWatch, token: string): LeadPage {
  const { language } = watch;
  const texts = noticePageTextsOf(language);
  const name = scheme?.title[language] ?? texts.thisScheme;
  const { title, ask, button } = texts[act];
  const form =
    act === 'confirm'
      ? formHtml({ to: '/alertes/confirmer', hidden: { cle: token }, button })
      : formHtml({ to: `/alertes/arreter?cle=${encodeURIComponent(token)}`, hidden: {}, button });
  const lines = [ask(name), ...(act === 'confirm' ? [texts.confirm.gets] : [])];
  const said = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n');
  return { language, title, body: `${said}\n${form}`, contactTitle: texts.contactTitle };
}

/** The page that says what was done, or that a link no longer works. */
export function donePage(language: Language, act: 'confirm' | 'stop', notice: Notice): LeadPage {
  const texts = noticePageTextsOf(language);
  return { language, title: texts[act].title, notice, body: '', contactTitle: texts.contactTitle };
}

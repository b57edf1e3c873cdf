import { fill, textsOf, type Language } from '../../web/texts';
import type { ChatSettings } from '../../web/settings';
import { contactHtml, embeddedJson, escapeHtml } from './html';
import type { Site } from './site';
import type { WebAssets } from './webAssets';

const dots = icon('M5 12h.01M12 12h.01M19 12h.01');
const cross = icon('M6 6l12 12M18 6L6 18');

/** The page of the chat: a frame that is readable at once, filled by Web Chat when its script has come. */
export function chatPage(page: {
  readonly language: Language;
  readonly site: Site;
  readonly assets: WebAssets;
  readonly nonce: string;
}): string {
  const { language, site, assets, nonce } = page;
  const texts = textsOf(language);
  const other: Language = language === 'fr' ? 'en' : 'fr';
  const programme = site.programme[language];
  const text = (key: string) => escapeHtml(key);
  const script = (name: string, id: string) =>
    `<script defer id="${id}" src="/assets/${assets.named(name).file}"></script>`;
  const settings: ChatSettings = { language, nonce, assistant: `${texts.assistant} – ${programme}` };
  const privacy = texts.privacy.map(
    (line) => `<p>${text(fill(line, { days: site.conversationRetentionDays }))}</p>`,
  );
  const more = site.privacyUrl
    ? `<p><a href="${text(site.privacyUrl)}" target="_blank" rel="noopener">${text(texts.privacyMore)}</a></p>`
    : '';

  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${text(fill(texts.pageTitle, { programme }))}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/${assets.named('chat.css').file}">
${
  site.theme
    ? `<style nonce="${nonce}">${site.theme}</style>
`
    : ''
}<script type="application/json" id="settings">${embeddedJson(settings)}</script>
${script('chat.js', 'chat-script')}
${script('webchat.js', 'webchat-script')}
</head>
<body>
<section class="bar" aria-label="${text(texts.assistant)}">
<h1>${text(texts.assistant)}<span class="programme">${text(programme)}</span></h1>
<a class="quiet" id="language" href="?lang=${other}" hreflang="${other}" lang="${other}">${text(texts.otherLanguage)}</a>
<button class="quiet" id="menu-button" type="button" aria-expanded="false" aria-controls="menu" aria-label="${text(texts.menu)}" title="${text(texts.menu)}" hidden>${dots}</button>
<button class="quiet" id="close" type="button" aria-label="${text(texts.close)}" title="${text(texts.close)}" hidden>${cross}</button>
<div class="menu" id="menu" hidden>
<button type="button" id="restart">${text(texts.restart)}</button>
<button type="button" id="download">${text(texts.download)}</button>
<button type="button" id="print">${text(texts.print)}</button>
</div>
</section>
<section class="notice" aria-label="${text(texts.privacyTitle)}">
<p><span class="notice-long">${text(texts.notice)}</span><span class="notice-short">${text(texts.noticeShort)}</span> <a href="#privacy" id="privacy-link" aria-expanded="false" aria-controls="privacy" role="button">${text(texts.privacyLink)}</a></p>
<div id="privacy" hidden>
<h2>${text(texts.privacyTitle)}</h2>
${privacy.join('\n')}
${more}
<button type="button" id="privacy-close">${text(texts.privacyClose)}</button>
</div>
</section>
<div class="status" id="status" role="status" hidden></div>
<aside class="status" id="contact" aria-label="${text(texts.home.contactTitle)}" hidden>${contactHtml(site, language)}</aside>
<noscript><div class="status"><p>${text(texts.noScript)}</p>${contactHtml(site, language)}</div></noscript>
<main id="webchat" aria-label="${text(texts.conversation)}"><p class="loading">${text(texts.loading)}</p></main>
<dialog id="restart-dialog" aria-labelledby="restart-question">
<p id="restart-question">${text(texts.restartQuestion)}</p>
<button type="button" id="restart-confirm">${text(texts.restart)}</button>
<button type="button" id="restart-cancel">${text(texts.cancel)}</button>
</dialog>
</body>
</html>
`;
}

function icon(path: string): string {
  return `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
}

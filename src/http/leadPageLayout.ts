import type { Response } from 'restify';
import { textsOf, type Language } from '../../web/texts';
import { newNonce, pagePolicy } from './contentSecurity';
import { contactHtml, escapeHtml } from './html';
import { respondHtml } from './respond';
import type { Site } from './site';

/** What stands at the top of a page after something was done or could not be. */
export interface Notice {
  readonly kind: 'done' | 'fault';
  readonly text: string;
}

/** A page about a lead, without what all of them share. */
export interface LeadPage {
  readonly language: Language;
  readonly title: string;
  readonly notice?: Notice | undefined;
  /** HTML that belongs to the notice, such as the button that takes a step back. */
  readonly afterNotice?: string | undefined;
  /** HTML below the title. */
  readonly body: string;
  /** Heading above the contact of the programme; undefined: the contact is not shown. */
  readonly contactTitle?: string | undefined;
  /** Address of the page in the other language. */
  readonly otherLanguage?: string | undefined;
}

const style = `
:root{color-scheme:light dark;--ink:#1c2733;--soft:#55636f;--line:#d5dbe1;--paper:#fff;--accent:#0b5563;--notice:#eef3f6;--warning:#fff4d6}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf1;--soft:#a9b6c0;--line:#39454f;--paper:#14191e;--accent:#7cc4d1;--notice:#1b2329;--warning:#3c3211}}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
header,main,footer{max-width:42rem;margin:0 auto;padding:1rem 1.25rem}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1rem;border-bottom:1px solid var(--line)}
header p{margin:0;font-weight:600}
footer{margin-top:2rem;border-top:1px solid var(--line)}
h1{font-size:1.6rem;line-height:1.25;margin:1rem 0 .75rem}
.reference{white-space:nowrap}
h2{font-size:1.15rem;line-height:1.3;margin:1.75rem 0 .4rem}
a{color:var(--accent)}
address{font-style:normal}
ul,ol{padding-left:1.25rem;margin:.4rem 0}
li{margin:.25rem 0}
time,.soft{color:var(--soft)}
blockquote{margin:0;padding-left:.75rem;border-left:4px solid var(--soft);white-space:pre-wrap}
.notice{padding:.75rem 1rem;border-left:4px solid var(--accent);background:var(--notice)}
.notice p{margin:0}
.notice form{margin:.75rem 0 0}
.fault{border-color:#b26a00;background:var(--warning)}
.state{font-size:1.125rem}
.ask{padding:1rem;border:2px solid var(--accent);border-radius:.5rem;margin:1rem 0}
.ask h2{margin-top:0}
details{border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0;padding:0 1rem}
details[open]{padding-bottom:1rem}
summary{cursor:pointer;padding:.7rem 0;font-weight:600}
fieldset{border:0;margin:0 0 .75rem;padding:0}
legend,label{font-weight:600}
fieldset label{display:flex;gap:.6rem;align-items:baseline;font-weight:400;padding:.3rem 0}
.field{margin:0 0 .75rem}
.field label{display:block}
input[type=text],select,textarea{width:100%;max-width:30rem;margin-top:.25rem;padding:.55rem .7rem;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:.4rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.2rem;border-radius:.4rem;border:2px solid var(--accent);background:var(--accent);color:var(--paper);cursor:pointer}
button.quiet{background:var(--paper);color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
@media print{form,details,.ask{display:none}}
`;

/**
 * Answers with a page about a lead. It is kept nowhere, found by no search engine, and its address, which may hold a
 * right, is told to nobody.
 */
export function respondLeadPage(response: Response, status: number, site: Site, page: LeadPage): void {
  const nonce = newNonce();
  respondHtml(response, status, leadPageHtml(page, site, nonce), {
    'Content-Security-Policy': pagePolicy(nonce),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
  });
}

function leadPageHtml(page: LeadPage, site: Site, nonce: string): string {
  const { language, notice } = page;
  const text = escapeHtml;
  const other = language === 'fr' ? 'en' : 'fr';
  const switcher =
    page.otherLanguage === undefined
      ? ''
      : `<a href="${text(page.otherLanguage)}" hreflang="${other}" lang="${other}">${text(textsOf(language).otherLanguage)}</a>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${notice ? `${text(notice.text)} – ` : ''}${text(page.title)} – ${text(site.programme[language])}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}${site.theme ?? ''}</style>
</head>
<body>
<header><p>${text(site.programme[language])}</p>${switcher}</header>
<main>
<h1>${titleHtml(page.title)}</h1>
${notice ? noticeHtml(notice, page.afterNotice) : ''}
${page.body}
</main>
${
  page.contactTitle === undefined
    ? ''
    : `<footer><h2>${text(page.contactTitle)}</h2>
${contactHtml(site, language)}</footer>`
}
</body>
</html>
`;
}

/** A reference is not broken at its hyphen. */
const titleHtml = (title: string): string =>
  escapeHtml(title).replace(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/, '<span class="reference">$&</span>');

function noticeHtml({ kind, text }: Notice, after = ''): string {
  return kind === 'done'
    ? `<div class="notice" role="status"><p>${escapeHtml(text)}</p>${after}</div>`
    : `<div class="notice fault" role="alert"><p>${escapeHtml(text)}</p>${after}</div>`;
}

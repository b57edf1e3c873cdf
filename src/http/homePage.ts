import { fill, textsOf, type Language } from '../../web/texts';
import { contactHtml, escapeHtml } from './html';
import type { Site } from './site';

const style = `
:root{color-scheme:light dark;--ink:#1c2733;--soft:#55636f;--line:#d5dbe1;--paper:#fff;--accent:#0b5563}
@media (prefers-color-scheme:dark){:root{--ink:#e8edf1;--soft:#a9b6c0;--line:#39454f;--paper:#14191e;--accent:#7cc4d1}}
body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header,main,footer{max-width:44rem;margin:0 auto;padding:1.25rem}
header{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--line)}
header p{margin:0;font-weight:600}
h1{font-size:1.9rem;line-height:1.25;margin:1.5rem 0 .5rem}
h2{font-size:1.2rem;margin:2.25rem 0 .5rem}
a{color:var(--accent)}
address{font-style:normal}
li{margin:.4rem 0}
.examples{padding-left:1.2rem}
.ask{display:inline-block;padding:.7rem 1.2rem;border-radius:.4rem;background:var(--accent);color:var(--paper);text-decoration:none;font-weight:600}
.inline{margin:.75rem 0}
code{font-size:.9em}
pre{overflow:auto;padding:.75rem;border:1px solid var(--line);border-radius:.4rem}
`;

/** The sample site: what a public body's page with the assistant on it looks like. Its content comes from the knowledge. */
export function homePage(page: {
  readonly language: Language;
  readonly site: Site;
  readonly nonce: string;
}): string {
  const { language, site, nonce } = page;
  const texts = textsOf(language);
  const home = texts.home;
  const other: Language = language === 'fr' ? 'en' : 'fr';
  const programme = site.programme[language];
  const text = escapeHtml;
  const snippet = (options: string) =>
    `<pre tabindex="0"><code>${text(`<script async src="/widget.js"${options}></script>`)}</code></pre>`;

  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(programme)}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}${site.theme ?? ''}</style>
</head>
<body>
<header><p>${text(programme)}</p><a href="?lang=${other}" hreflang="${other}" lang="${other}">${text(texts.otherLanguage)}</a></header>
<main>
<h1>${text(home.title)}</h1>
<p>${text(fill(home.lead, { programme }))}</p>
<p><a class="ask" href="/chat?lang=${language}" data-assistant-open>${text(home.ask)}</a></p>
<h2>${text(home.contactTitle)}</h2>
${contactHtml(site, language)}
<h2>${text(home.modesTitle)}</h2>
<p>${text(home.modesLead)}</p>
<ul>
<li>${text(home.bubble)} ${snippet('')}</li>
<li>${text(home.inline)} ${snippet(' data-mode="inline" data-target="#assistant"')}
<p><button type="button" data-assistant-open="#assistant">${text(home.inlineButton)}</button></p>
<div class="inline" id="assistant"></div></li>
<li>${text(home.full)} <a href="/chat?lang=${language}">${text(home.fullLink)}</a>. ${snippet(' data-mode="full"')}</li>
</ul>
</main>
<script async src="/widget.js" data-lang="${language}"></script>
</body>
</html>
`;
}

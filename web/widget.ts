import { createLauncher, type LauncherOptions } from './launcher';

/** The script of host sites: `<script async src="https://…/widget.js"></script>`, with options as `data-` attributes. */
function main(): void {
  const script = document.currentScript ?? document.querySelector('script[src*="/widget"]');
  if (!(script instanceof HTMLScriptElement) || window.Assistant) return;
  const { mode, lang, target, label, position, campaign, open } = script.dataset;
  const options: LauncherOptions = {
    base: new URL(script.src).origin,
    mode: mode === 'inline' || mode === 'full' ? mode : 'bubble',
    language: (lang ?? document.documentElement.lang).toLowerCase().startsWith('en') ? 'en' : 'fr',
    target,
    label,
    left: position === 'left',
    campaign,
  };
  const start = () => {
    const assistant = createLauncher(options);
    window.Assistant = assistant;
    document.addEventListener('click', (event) => {
      const link =
        event.target instanceof Element && event.target.closest<HTMLElement>('[data-assistant-open]');
      if (!link) return;
      event.preventDefault();
      assistant.open(link.dataset.assistantOpen);
    });
    if (open === 'true') assistant.open();
    document.dispatchEvent(new Event('assistant:ready'));
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}

main();

import { localeOf } from './appearance';
import { createBanner } from './banner';
import { connectFrame } from './frame';
import { saveFile } from './saveFile';
import { startSession } from './session';
import type { ChatSettings } from './settings';
import { textsOf } from './texts';
import { askBefore, openMenus } from './toggles';
import { transcriptText } from './transcript';
import { loadWebChat } from './webChat';

/** The chat page: joins its buttons, the conversation and, in a frame, the page around it. */
function main(): void {
  document.documentElement.classList.add('script');
  const settings = JSON.parse(byId('settings').textContent) as ChatSettings;
  const texts = textsOf(settings.language);
  const banner = createBanner(texts);
  const webChat = loadWebChat();
  webChat.catch(() => {
    banner.show('unreachable');
  });
  const frame = connectFrame();
  const session = startSession({
    webChat,
    element: byId('webchat'),
    settings,
    banner,
    middleware: frame.middleware,
  });
  frame.attach(() => session.store());

  openMenus();
  byId('menu-button').hidden = false;
  askBefore('restart', () => {
    session.restart();
  });
  byId('download').addEventListener('click', () => {
    const names = { bot: settings.assistant, you: texts.you };
    const activities = session.store()?.getState().activities ?? [];
    saveFile(texts.downloadName, transcriptText(activities, names, localeOf(settings.language)));
  });
  byId('print').addEventListener('click', () => {
    window.print();
  });
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

main();

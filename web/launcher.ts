import type { HostContext, ToChat } from './frameMessage';
import { launcherStyle } from './launcherStyle';

/** What the `data-` attributes of the script say. */
export interface LauncherOptions {
  /** Where the assistant is served. */
  readonly base: string;
  /** `bubble`: a button in the corner; `inline`: within `target`; `full`: the button opens the whole window. */
  readonly mode: 'bubble' | 'inline' | 'full';
  readonly language: 'fr' | 'en';
  /** CSS selector of the element for `inline`. */
  readonly target: string | undefined;
  /** The button's words, instead of our own. */
  readonly label: string | undefined;
  readonly left: boolean;
  readonly campaign: string | undefined;
}

/** `window.Assistant`, for scripts of the host site. The event `assistant:ready` on `document` says that it is there. */
export interface Assistant {
  readonly version: 1;
  /** Opens the chat. @param target selector of an element to open it in, instead of the script's mode */
  open(target?: string): void;
  close(): void;
  /** Opens the chat and says `text` in the visitor's name. */
  send(text: string): void;
  /** Opens the chat and puts `text` in its input, unsent. */
  prefill(text: string): void;
  /** `fr` or `en`, from the next opening on. */
  setLanguage(language: string): void;
  /** Adds to what goes along with the visitor's messages. */
  setContext(context: HostContext): void;
}

declare global {
  interface Window {
    Assistant?: Assistant;
  }
}

const words = {
  fr: { open: 'Une question ?', title: 'Assistant automatique', close: 'Fermer l’assistant' },
  en: { open: 'A question?', title: 'Automatic assistant', close: 'Close the assistant' },
};

/** Puts the button on the page. Nothing of the chat is loaded, and nothing is stored, before the visitor opens it. */
export function createLauncher(options: LauncherOptions): Assistant {
  let language = options.language;
  let context: HostContext = {
    page: location.origin + location.pathname,
    ...(options.campaign === undefined ? {} : { campaign: options.campaign }),
  };
  let frame: HTMLIFrameElement | undefined;
  let ready = false;
  let waiting: ToChat[] = [];

  const inline = options.mode === 'inline' ? document.querySelector(options.target ?? '#assistant') : null;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  // Not an inline style element: the host site's policy need not allow any.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyle);
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement('div');
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  button.textContent = options.label ?? words[language].open;
  button.onclick = () => {
    if (frame) close();
    else open();
  };
  box.append(button);
  root.append(box);
  (inline ?? document.body).append(host);
  place(inline ? 'inline' : options.mode);

  window.addEventListener('message', (event: MessageEvent<{ assistant?: string } | undefined>) => {
    if (event.origin !== options.base || !event.source || event.source !== frame?.contentWindow) return;
    if (event.data?.assistant === 'close') close();
    if (event.data?.assistant !== 'ready') return;
    ready = true;
    for (const message of waiting) post(message);
    waiting = [];
  });

  function place(mode: string): void {
    box.className = `${mode}${options.left ? ' left' : ''}${frame ? ' open' : ''}`;
  }

  function open(target?: string): void {
    const container = target ? document.querySelector(target) : null;
    if (container && !container.contains(host)) {
      close();
      container.append(host);
    }
    if (frame) {
      frame.focus();
      return;
    }
    frame = document.createElement('iframe');
    frame.title = words[language].title;
    frame.src = `${options.base}/chat?lang=${language}`;
    frame.allow = 'clipboard-write';
    frame.onload = () => {
      post({ assistant: 'hello', context });
      frame?.focus();
    };
    box.append(frame);
    button.setAttribute('aria-expanded', 'true');
    button.textContent = words[language].close;
    place(host.parentElement === document.body ? options.mode : 'inline');
  }

  function close(): void {
    if (!frame) return;
    frame.remove();
    frame = undefined;
    ready = false;
    button.setAttribute('aria-expanded', 'false');
    button.textContent = options.label ?? words[language].open;
    place(host.parentElement === document.body ? options.mode : 'inline');
    button.focus();
  }

  function post(message: ToChat): void {
    frame?.contentWindow?.postMessage(message, options.base);
  }

  function tell(message: ToChat): void {
    open();
    if (ready) post(message);
    else waiting.push(message);
  }

  return {
    version: 1,
    open,
    close,
    send: (text) => {
      tell({ assistant: 'send', text });
    },
    prefill: (text) => {
      tell({ assistant: 'prefill', text });
    },
    setLanguage(wanted) {
      language = wanted.toLowerCase().startsWith('en') ? 'en' : 'fr';
      if (options.label === undefined && !frame) button.textContent = words[language].open;
    },
    setContext(more) {
      context = { ...context, ...more };
      if (ready) post({ assistant: 'hello', context });
    },
  };
}

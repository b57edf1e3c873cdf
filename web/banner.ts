import type { Texts } from './texts';

/** The states of the connection that a visitor is told of. */
export type BannerState =
  'connecting' | 'offline' | 'reconnecting' | 'restored' | 'resent' | 'unreachable' | 'refused' | 'forgotten';

/** The line above the conversation. Screen readers hear it: it has the role `status`. */
export interface Banner {
  show(state: BannerState): void;
  /** The connection stands: what told of its absence goes. */
  clear(): void;
}

/** States that pass: the line goes by itself after a while. */
const passing: readonly (BannerState | undefined)[] = ['restored', 'resent', 'forgotten'];
const passingMs = 6000;
/** Nobody need hear of an interruption that is over before it is noticed. */
const patienceMs = 1200;
const patient: readonly BannerState[] = ['connecting', 'reconnecting'];

/** The banner in the page's `#status`, with the human contact beneath it when the assistant is out of reach. */
export function createBanner(texts: Texts): Banner {
  const line = document.getElementById('status');
  const contact = document.getElementById('contact');
  let timer: number | undefined;
  let shown: BannerState | undefined;

  function put(state: BannerState | undefined): void {
    shown = state;
    if (!line || !contact) return;
    line.hidden = state === undefined;
    line.textContent = state === undefined ? '' : texts[state];
    line.dataset.state = state ?? '';
    contact.hidden = state !== 'unreachable' && state !== 'refused';
  }

  return {
    show(state) {
      clearTimeout(timer);
      if (patient.includes(state)) {
        timer = window.setTimeout(() => {
          put(state);
        }, patienceMs);
        return;
      }
      put(state);
      if (passing.includes(state)) timer = window.setTimeout(put, passingMs);
    },
    clear() {
      if (passing.includes(shown)) return;
      clearTimeout(timer);
      put(undefined);
    },
  };
}

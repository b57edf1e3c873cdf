/** Live refresh of the desk: what changed meanwhile appears by itself. Without this script the pages are complete; they are then loaded by hand. */

const everyMs = 20_000;

const live = document.querySelector<HTMLElement>('main[data-live]');
if (live) setInterval(() => void refresh(live), everyMs);
document.querySelectorAll<HTMLElement>('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => {
    window.print();
  });
});

document.querySelectorAll<HTMLFormElement>('form.editor').forEach(checkWhileTyping);

/** Nothing is replaced under the hands of whoever writes, chooses or reads an opened part. */
const isBusy = (main: HTMLElement): boolean =>
  document.hidden ||
  main.contains(document.activeElement) ||
  main.querySelector('details[open]') !== null ||
  [...main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type=search], textarea')].some(
    (field) => field.value !== field.defaultValue,
  );

async function refresh(main: HTMLElement): Promise<void> {
  if (isBusy(main)) return;
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => undefined);
  // Signed out meanwhile: the next click says so.
  if (!response?.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const next = page.querySelector('main');
  // A notice tells of one gesture and not of how things stand.
  main.querySelector('.notice')?.remove();
  if (!next || next.innerHTML === main.innerHTML || isBusy(main)) return;
  main.innerHTML = next.innerHTML;
  document.title = page.title;
}

/** Shows what is wrong with a page, and how visitors will read it, while it is written. */
function checkWhileTyping(form: HTMLFormElement): void {
  const result = form.querySelector<HTMLElement>('[data-check-result]');
  let timer = 0;
  let asked = 0;
  const check = async (): Promise<void> => {
    const own = (asked += 1);
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const response = await fetch('/suivi/pages/controle', { method: 'POST', body }).catch(() => undefined);
    // An answer to what was typed before would hide the newer one.
    if (!response?.ok || response.redirected || own !== asked || !result) return;
    result.innerHTML = await response.text();
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void check(), 700);
  });
}

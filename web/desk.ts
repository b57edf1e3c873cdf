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

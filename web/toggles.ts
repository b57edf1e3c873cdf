/** Lets the page's menu and privacy notice open and close, by mouse and keyboard, and tells screen readers which it is. */
export function openMenus(): void {
  const menu = toggle('menu-button', 'menu');
  const privacy = toggle('privacy-link', 'privacy');
  document.getElementById('privacy-close')?.addEventListener('click', () => {
    privacy.close(true);
  });
  document.getElementById('menu')?.addEventListener('click', () => {
    menu.close(true);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.close(true);
    privacy.close(true);
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (target instanceof Element && !target.closest('#menu, #menu-button')) menu.close(false);
  });
}

function toggle(buttonId: string, panelId: string): { close(returnFocus: boolean): void } {
  const button = document.getElementById(buttonId);
  const panel = document.getElementById(panelId);
  const set = (open: boolean) => {
    if (!button || !panel) return;
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  button?.addEventListener('click', (event) => {
    event.preventDefault();
    set(panel?.hidden === true);
  });
  return {
    close(returnFocus) {
      if (panel?.hidden !== false) return;
      set(false);
      if (returnFocus) button?.focus();
    },
  };
}

/**
 * Lets `#<name>` ask `#<name>-dialog` before it acts. Our own dialog: browsers ignore `confirm` in a frame of another
 * site.
 */
export function askBefore(name: string, act: () => void): void {
  const dialog = document.getElementById(`${name}-dialog`);
  if (!(dialog instanceof HTMLDialogElement)) return;
  document.getElementById(name)?.addEventListener('click', () => {
    dialog.showModal();
  });
  document.getElementById(`${name}-cancel`)?.addEventListener('click', () => {
    dialog.close();
  });
  document.getElementById(`${name}-confirm`)?.addEventListener('click', () => {
    dialog.close();
    act();
  });
}

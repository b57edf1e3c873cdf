import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Frame, Locator, Page } from 'playwright-core';

/** A page with the chat on it, and all that a browser complained of meanwhile. */
export interface ChatPage {
  readonly page: Page;
  /** Console errors, uncaught faults, requests to other hosts: none is to be there. */
  readonly complaints: string[];
  /** Resolves when the browser has complained of something like this. */
  complains(of: RegExp): Promise<void>;
  readonly sendBox: Locator;
  /** What has been said so far, oldest first. */
  said(): Promise<string[]>;
  /** Writes a message and presses Enter. */
  say(text: string): Promise<void>;
  /** Resolves when a bubble shows the text. */
  shows(text: string | RegExp): Promise<void>;
  /** Resolves when there are that many bubbles. */
  counts(bubbles: number): Promise<void>;
  /** Resolves when the input holds the text, unsent. */
  holds(text: string): Promise<void>;
  /** Names of what axe-core finds wrong, with where. */
  violations(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens an address in a fresh browser context: nothing is shared with other pages. */
export async function openChatPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { prepare?: (page: Page) => Promise<void> } = {},
): Promise<ChatPage> {
  const { prepare, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: { width: 420, height: 720 }, ...contextOptions });
  const page = await context.newPage();
  const chat = watch(page, url, () => context.close());
  await prepare?.(page);
  await page.goto(url);
  return chat;
}

/** Opens another tab beside a page: they share what the browser keeps. */
export async function openTab(beside: ChatPage, url: string): Promise<ChatPage> {
  const page = await beside.page.context().newPage();
  const chat = watch(page, url, () => page.close());
  await page.goto(url);
  return chat;
}

/** The chat in the launcher's frame, with the same helpers. */
export async function chatInFrame(chat: ChatPage): Promise<ChatPage> {
  const element = await chat.page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the frame has no page');
  return { ...chat, ...helpers(frame) };
}

function watch(page: Page, url: string, close: () => Promise<void>): ChatPage {
  const complaints: string[] = [];
  let listeners: (() => void)[] = [];
  const complain = (complaint: string) => {
    complaints.push(complaint);
    for (const listener of listeners) listener();
  };
  const complains = (of: RegExp) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!complaints.some((complaint) => of.test(complaint))) return;
        listeners = listeners.filter((listener) => listener !== check);
        resolve();
      };
      listeners.push(check);
      check();
    });
  const own = new URL(url).origin;
  page.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    complain(`fault: ${error.message}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && origin !== own) complain(`request: ${request.url()}`);
  });
  return { page, complaints, complains, close, ...helpers(page) };
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

function helpers(root: Page | Frame) {
  const bubbles = root.locator('.webchat__bubble__content');
  const sendBox = root.locator('[data-id="webchat-sendbox-input"]');
  return {
    sendBox,
    said: () => bubbles.allInnerTexts(),
    async say(text: string) {
      await sendBox.fill(text);
      await sendBox.press('Enter');
    },
    shows: (text: string | RegExp) => bubbles.filter({ hasText: text }).last().waitFor(),
    counts: (count: number) => bubbles.nth(count - 1).waitFor(),
    async holds(text: string) {
      await root.waitForFunction(
        `document.querySelector('[data-id="webchat-sendbox-input"]')?.value === ${JSON.stringify(text)}`,
      );
    },
    async violations() {
      await root.evaluate(axe);
      return root.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
        ).axe.run();
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
      });
    },
  };
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

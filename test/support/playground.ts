import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { Activity } from 'botbuilder-core';
import type { Browser, Page } from 'playwright-core';
import { tempFolder } from './tempFolder';

/** A message as the client shows it; `action`: `createMessage`, `updateMessage`, or `invoke` with its status. */
export interface ShownMessage {
  readonly action: string;
  readonly text: string;
  /** The cards' JSON. */
  readonly cards: readonly object[];
}

/** Microsoft's test client for Teams, in front of the assistant. */
export interface Playground {
  readonly page: Page;
  /** Opens a chat: "Personal Chat", "Group Chat", "My Team - General". */
  open(chat: string): Promise<void>;
  /** Says something, with a mention of the assistant where `mention` asks for it. @returns what came back */
  say(text: string, mention?: boolean): Promise<ShownMessage[]>;
  /** Says something that is answered elsewhere, or not at all. */
  write(text: string): Promise<void>;
  /** Presses a card's button. @returns what came back, the answer to an invoke first */
  press(title: string): Promise<ShownMessage[]>;
  /** Searches from the message box, as an app's search. @returns the titles of what was found */
  search(words: string): Promise<string[]>;
  /** How often it has shown that the assistant, or who speaks through it, is writing. */
  writings(): number;
  /** Waits for messages that come by themselves. */
  waitFor(matches: (message: ShownMessage) => boolean): Promise<ShownMessage>;
  close(): Promise<void>;
}

/** How long anything may take here, and how long the client must be silent before an answer is complete, in ms. */
const limitMs = 20_000;
const quietMs = 700;

interface Frame {
  readonly action?: string;
  readonly message?: Partial<Activity>;
}

interface Found {
  readonly composeExtension: {
    readonly attachments: readonly { readonly preview: { readonly content: { readonly title: string } } }[];
  };
}

/** Starts the client on a free port, without telemetry and without a request to any other host. */
export async function openPlayground(browser: Browser, botUrl: string): Promise<Playground> {
  const port = await freePort();
  const cli = join(dirname(require.resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js');
  const args = ['start', '-e', `${botUrl}/api/messages`, '-c', 'msteams', '-p', String(port), '--dt'];
  const client = spawn(process.execPath, [cli, ...args], {
    cwd: tempFolder(),
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
    stdio: 'ignore',
  });
  const url = `http://localhost:${port}`;
  await until(async () => {
    if (client.exitCode !== null) throw new Error(`the test client ended with ${client.exitCode}`);
    return (await fetch(`${url}/_debug/ping`).catch(() => undefined))?.ok === true;
  }, 'the test client does not start');

  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  // Fonts from a content network: not needed.
  await context.route(/.*/, (route) =>
    /^(?:https?:\/\/(?:localhost|127\.0\.0\.1)[:/]|data:|blob:)/.test(route.request().url())
      ? route.continue()
      : route.abort(),
  );
  const page = await context.newPage();
  const shown: ShownMessage[] = [];
  let writings = 0;
  let lastAt = Date.now();
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const frame = parse(payload.toString());
      if (frame?.action === 'typing') writings += 1;
      if (!frame?.message || frame.message.from?.id === 'user-id-0') return;
      if (!/createMessage|updateMessage/i.test(frame.action ?? '')) return;
      shown.push(messageOf(frame.action ?? '', frame.message));
      lastAt = Date.now();
    });
  });
  await page.goto(url);

  const since = async (from: number, wanted = true): Promise<ShownMessage[]> => {
    await until(
      async () => (shown.length > from || !wanted) && Date.now() - lastAt > quietMs,
      'the assistant says nothing',
    );
    return shown.slice(from);
  };
  const write = async (text: string, mention = false): Promise<void> => {
    await page.locator('[contenteditable="true"]').first().click();
    if (mention) {
      await page.keyboard.type('@', { delay: 30 });
      await page.getByRole('menuitem').first().click({ timeout: limitMs });
      await page.keyboard.type(' ');
    }
    await page.keyboard.insertText(text);
    await page
      .locator('button[aria-label="Send Message"], button:text-is("Post"), button:text-is("Reply")')
      .first()
      .click({ timeout: limitMs });
  };
  return {
    page,
    async open(chat) {
      await page.locator(`button[aria-label="${chat}"]`).first().click({ timeout: limitMs });
      await page.locator('[contenteditable="true"]').first().waitFor({ timeout: limitMs });
    },
    write,
    writings: () => writings,
    async say(text, mention = false) {
      const from = shown.length;
      await write(text, mention);
      return since(from);
    },
    async press(title) {
      const from = shown.length;
      const invoke = page
        .waitForResponse((response) => response.url().includes('/_conversation/v1/invoke'), { timeout: 2000 })
        .catch(() => undefined);
      await page.getByRole('button', { name: title, exact: true }).last().click({ timeout: limitMs });
      const answer = await invoke;
      const messages = await since(from, answer === undefined);
      if (!answer) return messages;
      const raw = (await answer.json()) as { body?: { value?: unknown }; value?: unknown };
      const value = raw.body?.value ?? raw.value;
      const first: ShownMessage = {
        action: `invoke ${answer.status()}`,
        text: typeof value === 'string' ? value : '',
        cards: typeof value === 'object' && value !== null ? [value] : [],
      };
      return [first, ...messages];
    },
    async search(words) {
      await page.getByRole('button', { name: 'Trigger Message Extension App' }).click({ timeout: limitMs });
      await page.getByRole('menuitem', { name: 'Search Command' }).click({ timeout: limitMs });
      // The client knows no manifest: command and parameter are told by hand.
      await page.getByText('Specify Command ID or Parameter').click({ timeout: limitMs });
      await page.getByPlaceholder('Command ID').fill('search', { timeout: limitMs });
      await page.getByPlaceholder('Parameter name').fill('query', { timeout: limitMs });
      const found = page.waitForResponse((response) => response.url().endsWith('/_conversation/v1/invoke'));
      await page.getByPlaceholder('Enter a search term').fill(words);
      const { composeExtension } = (await (await found).json()) as Found;
      return composeExtension.attachments.map(({ preview }) => preview.content.title);
    },
    async waitFor(matches) {
      await until(async () => shown.some(matches), 'the message does not come');
      return shown.findLast(matches)!;
    },
    async close() {
      await context.close();
      if (client.exitCode === null) {
        client.kill('SIGKILL');
        await once(client, 'exit');
      }
    },
  };
}

const messageOf = (action: string, { text = '', attachments = [] }: Partial<Activity>): ShownMessage => ({
  action,
  text,
  cards: attachments.map(({ content }: { content?: unknown }) =>
    typeof content === 'string' ? (JSON.parse(content) as object) : (content as object),
  ),
});

function parse(payload: string): Frame | undefined {
  try {
    return JSON.parse(payload) as Frame;
  } catch {
    return undefined;
  }
}

async function until(holds: () => Promise<boolean>, otherwise: string): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

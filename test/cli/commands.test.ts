import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAssistant, serveAssistant, type ServingProcess } from '../support/assistantProcess';
import { directLineClient, type Activity } from '../support/directLineClient';
import { aPage, knowledgeFolder } from '../support/knowledgeFolder';
import { tempFolder } from '../support/tempFolder';

/** One folder for verbs that load the shipped pages: the index that the first of them keeps there spares the others seconds. */
const home = tempFolder();
const services: ServingProcess[] = [];
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.end('SIGKILL')));
});
async function serve(cwd: string): Promise<ServingProcess> {
  const service = await serveAssistant({ cwd });
  services.push(service);
  return service;
}

/** A folder that holds one file, for a verb that reads it. */
function folderWith(name: string, text: string, cwd = tempFolder()): string {
  writeFileSync(join(cwd, name), text);
  return cwd;
}

describe('assistant ask', () => {
  it('prints the reply with its source, then the buttons, and nothing else', async () => {
    const { code, out, err } = await runAssistant(['ask', "ya cb d'usines chez vous"], { cwd: home });
    expect(out).toMatch(/1 540[^]*Source[^]*\[Être rappelé\]/);
    expect(out).not.toContain('decision');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('shows with --explain the terms, the hits, the coverage, the margin and the decision', async () => {
    const { code, out } = await runAssistant(['ask', '--explain', "combien d'habitants"], {
      cwd: tempFolder(),
    });
    for (const part of ['1,26 million', 'terms', 'coverage', 'margin', 'territoire/habitants']) {
      expect(out).toContain(part);
    }
    expect(out).toMatch(/decision +answered territoire\/habitants/);
    expect(code).toBe(0);
  });

  it('answers in the language asked for, whatever the question’s', async () => {
    const { out } = await runAssistant(['ask', '--lang', 'en', "combien d'habitants"], { cwd: home });
    expect(out).toContain('1.26 million');
  });
});

describe('assistant replies', () => {
  it('answers each line in a conversation of its own, after its context, in the order of the file', async () => {
    const cwd = folderWith(
      'questions.jsonl',
      [
        { id: 'a', text: 'et d’emplois ?', context: ["combien d'usines ?"] },
        { id: 'b', text: 'How many people live in the area?' },
        { id: 'a', text: 'rappelez-moi' },
      ]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('\n'),
      home,
    );
    const { code, out } = await runAssistant(['replies', 'questions.jsonl'], { cwd });
    const printed = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; reply: string });
    expect(printed).toEqual([
      { id: 'a', reply: expect.stringMatching(/67 330.*Être rappelé/s) as string },
      { id: 'b', reply: expect.stringMatching(/1\.26 million.*Call me back/s) as string },
      { id: 'a', reply: expect.stringMatching(/d’accord.*Oui Non/s) as string },
    ]);
    expect(code).toBe(0);
  });

  it('takes a file with a byte order mark and foreign line ends', async () => {
    const cwd = folderWith('questions.jsonl', '\uFEFF{"id":"1","text":"merci"}\r\n\r\n', home);
    const { code, out } = await runAssistant(['replies', 'questions.jsonl'], { cwd });
    expect(JSON.parse(out)).toMatchObject({ id: '1' });
    expect(code).toBe(0);
  });
});

describe('assistant knowledge check', () => {
  it('finds no error in the shipped pages', async () => {
    const { code, out } = await runAssistant(['knowledge', 'check'], { cwd: tempFolder() });
    expect(out).toMatch(/\d+ pages, 0 erreur\(s\)/);
    expect(code).toBe(0);
  });

  it('prints every fault with file and line, and ends with 1', async () => {
    const folder = knowledgeFolder({
      'economie/forges.md': aPage({ titre: undefined }),
      'economie/mines.md': 'rien',
    });
    const { code, out } = await runAssistant(['knowledge', 'check'], {
      cwd: tempFolder(),
      env: { KNOWLEDGE_DIR: folder },
    });
    expect(out).toMatch(/economie\/forges\.md:\d+ erreur : titre[^]*economie\/mines\.md:1 erreur/);
    expect(code).toBe(1);
  });
});

describe('bad use ends with 1 and says what is wrong', () => {
  const cwd = () => folderWith('bad.jsonl', '{"id":"1","text":"a"}\n{"id":2}\n');
  it.each([
    ['an unknown verb', ['chant'], {}, /unknown command 'chant'/],
    ['an unknown option', ['ask', '--loud', 'combien'], {}, /unknown option '--loud'/],
    ['a missing question', ['ask'], {}, /missing required argument 'question'/],
    [
      'a language it does not speak',
      ['ask', '--lang', 'de', 'wie viele'],
      {},
      /COMMAND_INVALID.*fr or en.*"de"/,
    ],
    ['a file that is not there', ['replies', 'none.jsonl'], {}, /COMMAND_INVALID.*none\.jsonl/],
    ['a line that is no question', ['replies', 'bad.jsonl'], {}, /COMMAND_INVALID.*bad\.jsonl:2/],
    ['wrong settings', ['serve'], { PORT: '10s', LOG_LEVEL: 'loud' }, /CONFIG_INVALID[^]*PORT[^]*LOG_LEVEL/],
    [
      'a knowledge folder that is not there',
      ['serve'],
      { KNOWLEDGE_DIR: './nowhere' },
      /KNOWLEDGE_INVALID[^]*nowhere/,
    ],
  ])('%s', async (_, args, env, message) => {
    const { code, out, err } = await runAssistant(args, { cwd: cwd(), env });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });
});

it.each([
  [['--help'], /serve[^]*ask[^]*replies[^]*knowledge/],
  [['ask', '--help'], /--explain/],
  [['replies', '--help'], /file/],
  [['knowledge', '--help'], /check/],
])('explains itself: assistant %s', async (args, text) => {
  const { code, out } = await runAssistant(args, { cwd: tempFolder() });
  expect(out).toMatch(text);
  expect(code).toBe(0);
});

describe('assistant serve', () => {
  it('ends with 0 on SIGTERM within 10 s, and starts again on the same data', async () => {
    const cwd = home;
    for (let round = 0; round < 2; round += 1) {
      const service = await serve(cwd);
      expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
      const { code, ms } = await service.end('SIGTERM');
      expect(code).toBe(0);
      expect(ms).toBeLessThan(10_000);
      expect(service.log()).toContain('"code":"STOPPED"');
    }
  });

  it('answers on the website, logs no word of it, and tells its readiness', async () => {
    const service = await serve(home);
    const texts = await conversation(service.url, ["Combien d'habitants pour Jeanne Dupont ?"]);
    expect(texts.at(-1)).toContain('1,26 million');
    expect(service.log()).not.toMatch(/habitants|Dupont/);
    const ready = (await (await fetch(`${service.url}/readyz`)).json()) as { passages: number };
    expect(ready.passages).toBeGreaterThan(100);
  });

  it('sends exactly once the request of a visitor who saw the reference right before it was killed', async () => {
    const cwd = home;
    const mails = () => {
      const folder = join(cwd, 'data', 'mail');
      return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
    };
    const first = await serve(cwd);
    const texts = await conversation(first.url, [
      'rappelez-moi',
      'oui',
      'une chaudière à remplacer',
      'Forges du Val',
      'Passer',
      'Ada Martin',
      'ada.martin@example.fr',
      'Passer',
      'oui',
    ]);
    const reference = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(texts.at(-1) ?? '')?.[0] ?? 'no reference was shown';
    await first.end('SIGKILL');

    const second = await serve(cwd);
    // What the first process had leased when it died comes back when its lease ends.
    await until(async () => {
      const ready = (await (await fetch(`${second.url}/readyz`)).json()) as { waiting: number };
      return ready.waiting === 0;
    });
    expect(mails().sort()).toEqual([
      expect.stringContaining(`${reference}-callSheet`),
      expect.stringContaining(`${reference}-receipt`),
    ]);
    expect(readFileSync(join(cwd, 'data', 'mail', mails().sort()[0] ?? ''), 'utf8')).toContain(
      'ada.martin@example.fr',
    );
    expect(first.log() + second.log()).not.toMatch(/Forges|Martin|ada\./);
  });
});

/** Says these messages one after the other on the website's channel; returns all that the assistant said. */
async function conversation(url: string, messages: readonly string[]): Promise<string[]> {
  const client = directLineClient(url);
  const { token } = await client.token();
  const { body: session } = await client.start(token);
  const said = async (): Promise<string[]> =>
    (await client.poll(session)).body.activities
      .filter(
        (activity: Activity) => activity.type === 'message' && activity.from.id !== session.conversationId,
      )
      .filter((activity: Activity) => activity.replyToId !== undefined)
      .map((activity: Activity) => activity.text ?? '');
  let heard = (await said()).length;
  for (const text of messages) {
    await client.say(session, { type: 'message', text, locale: 'fr-FR' });
    await until(async () => (await said()).length > heard);
    heard = (await said()).length;
  }
  return said();
}

/** Asks again and again until the condition holds; the test's own time limit ends it otherwise. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

import type { TurnContext } from 'botbuilder';
import { directLineClient, openStream, type Stream } from '../support/directLineClient';
import { echoBot } from '../support/echoBot';
import { startWebService, type WebService } from '../support/webService';

/** What the typing indicator has asked the timer for; the test decides when time has passed. */
let due: { readonly ms: number; readonly act: () => void; cancelled: boolean }[] = [];
let release: () => void;
let service: WebService;

beforeEach(async () => {
  due = [];
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  service = await startWebService({
    after: (ms, act) => {
      const entry = { ms, act, cancelled: false };
      due.push(entry);
      return () => {
        entry.cancelled = true;
      };
    },
    logic: async (context: TurnContext) => {
      if (context.activity.text === 'après la réponse') await context.sendActivity('déjà là');
      if (context.activity.type === 'message') await released;
      await echoBot(context);
    },
  });
});
afterEach(async () => {
  release();
  await service.end();
});

async function asked(text: string): Promise<{ stream: Stream; poll: () => Promise<string[]> }> {
  const client = directLineClient(service.url);
  const { body } = await client.start((await client.token()).token);
  const stream = await openStream(body.streamUrl);
  await stream.until((activities) => activities.some((activity) => activity.text === 'Bonjour'));
  await client.say(body, { type: 'message', text });
  const poll = async () => (await client.poll(body)).body.activities.map(({ type }) => type);
  return { stream, poll };
}

describe('a visitor whose turn takes long', () => {
  it('sees after 400 ms that an answer is coming, and it is not kept', async () => {
    const { stream, poll } = await asked('long');
    expect(due.map(({ ms }) => ms)).toEqual([400]);
    due[0]!.act();
    const shown = await stream.until((activities) => activities.some(({ type }) => type === 'typing'));
    expect(shown.at(-1)).toMatchObject({ type: 'typing', from: { id: 'assistant', role: 'bot' } });
    release();
    await stream.until((activities) => activities.some(({ text }) => text === 'écho : long'));
    expect(await poll()).toEqual(['message', 'message', 'message']);
    stream.close();
  });

  it('does not see it once something has been said', async () => {
    const { stream } = await asked('après la réponse');
    await stream.until((activities) => activities.some(({ text }) => text === 'déjà là'));
    due[0]!.act();
    release();
    const all = await stream.until((activities) => activities.some(({ text }) => text?.startsWith('écho')));
    expect(all.map(({ type }) => type)).not.toContain('typing');
    stream.close();
  });
});

it('is not set up for longer than the turn lasts', async () => {
  const { stream } = await asked('court');
  release();
  await stream.until((activities) => activities.some(({ text }) => text === 'écho : court'));
  await service.stop();
  expect(due.map(({ cancelled }) => cancelled)).toEqual([true]);
  service = await startWebService({ dataDir: service.dataDir });
});

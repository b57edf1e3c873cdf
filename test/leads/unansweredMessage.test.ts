import {
  directLineClient,
  openStream,
  type Activity,
  type Session,
  type Stream,
} from '../support/directLineClient';
import { startWebService, type WebService } from '../support/webService';

let service: WebService;
let client: ReturnType<typeof directLineClient>;
let session: Session;
let stream: Stream;
const texts = (activities: readonly Activity[]) => activities.map(({ text }) => text);
const answered = (activities: readonly Activity[]) => texts(activities).includes('écho : Envoyer ma demande');
const sent = { type: 'message', text: 'Envoyer ma demande', channelData: { clientActivityID: 'send' } };

/** A conversation whose last message was kept by a process that was killed before the bot heard of it. */
beforeEach(async () => {
  service = await startWebService();
  client = directLineClient(service.url);
  const { token, userId } = await client.token();
  ({ body: session } = await client.start(token));
  stream = await openStream(session.streamUrl);
  await stream.until((activities) => activities.length === 1);
  const content = { ...sent, from: { id: userId, role: 'user' } };
  await service.store.record(session.conversationId, {
    content,
    at: new Date(0),
    clientActivityId: 'send',
  });
});
afterEach(async () => {
  stream.close();
  await service.end();
});

it('answers a message that the ended process left, once, however many pages come back', async () => {
  const { token } = session;
  await Promise.all([client.start(token), client.start(token), client.reconnect(session)]);
  await stream.until(answered);
  await client.start(token);
  await client.say(session, sent);
  await client.say(session, { type: 'message', text: 'fin' });
  await stream.until((activities) => texts(activities).includes('écho : fin'));
  expect(texts((await client.poll(session)).body.activities)).toEqual([
    'Bonjour',
    'Envoyer ma demande',
    'écho : Envoyer ma demande',
    'fin',
    'écho : fin',
  ]);
});

it('answers a message that the ended process left when the page sends it again', async () => {
  await client.say(session, sent);
  await stream.until(answered);
  const { body } = await client.poll(session);
  expect(texts(body.activities)).toEqual(['Bonjour', 'Envoyer ma demande', 'écho : Envoyer ma demande']);
});

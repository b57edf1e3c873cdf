import { sendRequest, toTheRecap, type Visitor } from './leadForm';
import { directLineClient, openStream, type Activity, type Stream } from './directLineClient';

/** A visitor's open page. */
export interface OpenPage {
  readonly token: string;
  readonly stream: Stream;
  /** Posts a message with the client's own id; false: the service did not take it. */
  say(text: string, clientActivityId: string): Promise<boolean>;
  /** Posts and resolves when the answer is shown, or the line is cut. */
  ask(text: string, clientActivityId: string): Promise<void>;
  /** What the bot has said on this page, history included. */
  heard(): readonly Activity[];
}

/** Opens the page of a website's visitor at a running service: a new conversation, or that of an earlier token, as the page keeps it. */
export async function openPage(url: string, earlier?: string): Promise<OpenPage> {
  const client = directLineClient(url);
  const { token } = await client.token(earlier);
  const { body: session } = await client.start(token, { locale: 'fr-FR' });
  const stream = await openStream(session.streamUrl);
  const heard = () =>
    stream.activities().filter(({ type, from }) => type === 'message' && from.role === 'bot');
  // The greeting, which is no answer to what is said next.
  await Promise.race([stream.until(() => heard().length > 0), stream.closed]);
  const say = async (text: string, clientActivityID: string): Promise<boolean> => {
    const message = { type: 'message', text, locale: 'fr-FR', channelData: { clientActivityID } };
    return client.say(session, message).then(
      ({ status }) => status === 200,
      () => false,
    );
  };
  const isAnswered = (clientActivityID: string) => (activities: readonly Activity[]) => {
    const said = activities.findLastIndex(
      ({ channelData }) => channelData?.clientActivityID === clientActivityID,
    );
    return (
      said >= 0 && activities.slice(said).some(({ type, from }) => type === 'message' && from.role === 'bot')
    );
  };
  return {
    token,
    stream,
    say,
    async ask(text, id) {
      await say(text, id);
      await Promise.race([stream.until(isAnswered(id)), stream.closed]);
    },
    heard,
  };
}

/** Fills in the form on a new page and stops before it is sent. @returns the token under which the conversation goes on */
export async function fillInOnTheWebsite(url: string, visitor: Visitor): Promise<string> {
  const page = await openPage(url);
  for (const [n, said] of toTheRecap(visitor).entries()) await page.ask(said, `said-${n}`);
  const last = JSON.stringify(page.heard().at(-1));
  if (!last.includes(sendRequest)) throw new Error(`no recap but: ${last}`);
  page.stream.close();
  await page.stream.closed;
  return page.token;
}

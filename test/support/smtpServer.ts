import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How the server treats mail. `dropAfterData` accepts the mail for itself and never says so. */
export type SmtpBehaviour =
  'accept' | 'dropAfterData' | 'stallAfterData' | 'stallGreeting' | { refuse: number };

/** How far one mail has come. `taken`: the server has it, and has not said so yet; `told`: it has. */
export type SmtpStep = 'connected' | 'sender' | 'recipient' | 'data' | 'taken' | 'told';

/** A real SMTP server on a free port of this machine. */
export interface TestSmtpServer {
  readonly url: string;
  /** Mails taken over so far, those that were dropped afterwards included. */
  readonly mails: ParsedMail[];
  /** Called at every step of every mail from then on. */
  watch(onStep: (step: SmtpStep) => void): void;
  /** From the next mail on. */
  behave(behaviour: SmtpBehaviour): void;
  /** Resolves once `count` mails are in. */
  received(count: number): Promise<ParsedMail[]>;
  close(): Promise<void>;
}

/** Starts it. Without `user`, mail is taken from anyone; with it, only that user with the password `secret` may send. */
export async function startSmtpServer(options: { user?: string } = {}): Promise<TestSmtpServer> {
  const mails: ParsedMail[] = [];
  const sockets = new Set<Socket>();
  const waiting: { count: number; resolve: (mails: ParsedMail[]) => void }[] = [];
  let behaviour: SmtpBehaviour = 'accept';
  let step: (step: SmtpStep) => void = () => undefined;

  const server = new SMTPServer({
    authOptional: options.user === undefined,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, callback) {
      if (auth.username === options.user && auth.password === 'secret')
        callback(null, { user: auth.username });
      else callback(new Error('wrong password'));
    },
    onConnect(_session, callback) {
      step('connected');
      if (behaviour !== 'stallGreeting') callback();
    },
    onMailFrom(_address, _session, callback) {
      step('sender');
      callback();
    },
    onRcptTo(_address, _session, callback) {
      step('recipient');
      if (typeof behaviour === 'string') callback();
      else callback(Object.assign(new Error('not now'), { responseCode: behaviour.refuse }));
    },
    onData(stream, _session, callback) {
      step('data');
      void simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          step('taken');
          if (behaviour === 'dropAfterData') for (const socket of sockets) socket.destroy();
          else if (behaviour === 'accept') {
            callback();
            step('told');
          }
          for (const { count, resolve } of waiting) if (mails.length >= count) resolve(mails);
          // A client that was killed in the middle of a mail has sent none.
        },
        () => undefined,
      );
    },
  });
  // Clients that were killed or dropped show up here; the tests are about them, not about this server.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    watch: (onStep) => {
      step = onStep;
    },
    behave: (next) => {
      behaviour = next;
    },
    received: (count) =>
      mails.length >= count
        ? Promise.resolve(mails)
        : new Promise((resolve) => {
            waiting.push({ count, resolve });
          }),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        for (const socket of sockets) socket.destroy();
      }),
  };
}

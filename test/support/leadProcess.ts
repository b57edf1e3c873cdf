/**
 * A process of its own for tests that kill it or let several share one database:
 * `submit <folder> <count>` records leads, prints their references and stays until it is killed;
 * `deliver <folder> <smtpUrl>` makes one pass and prints how many attempts it made;
 * `serve <folder> <smtpUrl> <leaseMs>` dispatches until it is killed.
 */
import { createDispatcher, type Dispatcher } from '../../src/delivery/dispatcher';
import { createSmtpDelivery } from '../../src/delivery/smtpDelivery';
import { createLog } from '../../src/shared/log';
import { systemClock } from '../../src/shared/time';
import { testMail } from './mails';
import { openLeadStore, type LeadStore } from './leadStore';
import { jeannesDraft } from './people';

const [verb, folder = '', argument = '', leaseMs = '15000'] = process.argv.slice(2);

async function main(): Promise<void> {
  const store = await openLeadStore(folder, systemClock);
  switch (verb) {
    case 'submit':
      for (let n = 0; n < Number(argument); n += 1) {
        const { reference } = await store.submit({
          submissionId: `form-${n}`,
          draft: jeannesDraft({ email: undefined }),
        });
        process.stdout.write(`${reference}\n`);
      }
      setInterval(() => undefined, 60_000);
      return;
    case 'deliver': {
      const attempts = await dispatcher(store).runOnce();
      process.stdout.write(`${attempts}\n`);
      await store.db.destroy();
      return;
    }
    default:
      dispatcher(store).start();
  }
}

const dispatcher = (store: LeadStore): Dispatcher =>
  createDispatcher({
    ...store,
    deliveries: [
      createSmtpDelivery({
        smtpUrl: argument,
        mail: testMail({}, 'example.org'),
        clock: systemClock,
      }),
    ],
    clock: systemClock,
    log: createLog('silent'),
    leaseMs: Number(leaseMs),
    periodMs: 50,
  });

void main();

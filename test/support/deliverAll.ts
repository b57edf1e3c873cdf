import { createDispatcher } from '../../src/delivery/dispatcher';
import { createSmtpDelivery } from '../../src/delivery/smtpDelivery';
import type { Log } from '../../src/shared/log';
import { seconds, type Clock } from '../../src/shared/time';
import { createLeadRepository } from '../../src/storage/leadRepository';
import type { OpenDatabase } from '../../src/storage/openDatabase';
import { createOutboxRepository } from '../../src/storage/outboxRepository';
import { testMail } from './mails';

/** More than enough for every wait between two attempts that a test provokes. */
const mostPasses = 40;

/**
 * Delivers everything that waits in a database on which no service runs, without waiting itself.
 * @param pass moves the clock ahead: leases and waits between attempts are over by then, sooner or later
 */
export async function deliverAll(deps: {
  readonly db: OpenDatabase;
  readonly smtpUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly pass: () => void;
}): Promise<void> {
  const { db, smtpUrl, clock, log, pass } = deps;
  const dispatcher = createDispatcher({
    outbox: createOutboxRepository(db),
    leads: createLeadRepository(db),
    deliveries: [
      createSmtpDelivery({
        smtpUrl,
        // The host that mails of a service without PUBLIC_URL name: their Message-ID must stay the same.
        mail: testMail({}, 'localhost'),
        clock,
        limits: { totalMs: seconds(30) },
      }),
    ],
    clock,
    log,
  });
  for (let n = 0; n < mostPasses; n += 1) {
    await dispatcher.runOnce();
    if ((await dispatcher.stats()).waiting === 0) return;
    pass();
  }
  throw new Error('something still waits in the outbox');
}

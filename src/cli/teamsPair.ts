import { join } from 'node:path';
import { composeRouting } from '../composeRouting';
import { parseConfig } from '../config';
import { createPairing } from '../leads/pairing';
import { openKnowledge } from '../openKnowledge';
import { AppError } from '../shared/errors';
import { systemIds } from '../shared/ids';
import { systemClock } from '../shared/time';
import { migrateDatabase } from '../storage/migrateDatabase';
import { openDatabase } from '../storage/openDatabase';
import { createLetterRepository } from '../storage/letterRepository';
import { createRecipientChatRepository } from '../storage/recipientChatRepository';
import type { CommandWorld } from './program';

/** `teams pair`: a code by which a recipient links a chat in Teams. It is printed, for the recipient alone, or mailed to the recipient by the running service. */
export async function teamsPair(
  recipientId: string,
  { mail }: { readonly mail?: boolean },
  { env, cwd }: CommandWorld,
): Promise<void> {
  const config = parseConfig(env, cwd);
  const { corpus } = openKnowledge(config);
  const { all, recipient } = composeRouting(() => corpus, config);
  const known = recipient(recipientId);
  if (!known) {
    const ids = all()
      .map(({ id }) => id)
      .join(', ');
    throw new AppError('COMMAND_INVALID', `no recipient is called "${recipientId}". Known are: ${ids}`);
  }
  const db = openDatabase(join(config.dataDir, 'assistant.db'));
  try {
    await migrateDatabase(db);
    const chats = createRecipientChatRepository(db);
    const pairing = createPairing({ chats, clock: systemClock });
    const code = await pairing.issue(recipientId);
    if (mail) {
      await createLetterRepository(db).add({
        id: systemIds.uuid(),
        watchId: undefined,
        language: 'fr',
        to: { name: known.name, email: known.email },
        content: { kind: 'pairing', code, minutes: pairing.codeMinutes },
        createdAt: systemClock(),
      });
      process.stdout.write(`${known.name} : le code part à ${known.email} dès que le service tourne\n`);
      return;
    }
    process.stdout.write(
      `${known.name} : dans Teams, écrire à l’assistant « relier ${code} » (valable ${pairing.codeMinutes} minutes, une fois)\n`,
    );
  } finally {
    await db.destroy();
  }
}

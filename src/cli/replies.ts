import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod/v4';
import { AppError } from '../shared/errors';
import { openOfflineBot } from './offlineBot';
import type { CommandWorld } from './program';
import { replyText } from '../bot/replyText';

const item = z.object({ id: z.string(), text: z.string(), context: z.array(z.string()).default([]) });

/**
 * For each line of a JSON Lines file, a fresh conversation through the real bot: the context first, in order, then the text. Prints
 * `{"id","reply"}` a line, in the order of the file.
 * @throws AppError COMMAND_INVALID with the line at fault; nothing is printed then
 */
export async function replies(file: string, world: CommandWorld): Promise<void> {
  const items = readItems(resolve(world.cwd, file));
  const bot = await openOfflineBot(world);
  try {
    for (const [i, { id, text, context }] of items.entries()) {
      const conversation = `${i}-${id}`;
      for (const before of context) await bot.turns.say(conversation, before);
      const reply = replyText(await bot.turns.say(conversation, text));
      process.stdout.write(`${JSON.stringify({ id, reply })}\n`);
    }
  } finally {
    await bot.close();
  }
}

function readItems(path: string): z.infer<typeof item>[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('COMMAND_INVALID', `cannot read ${path}; give the path of a JSON Lines file`, {
      cause,
    });
  }
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, i) => {
      if (!line.trim()) return [];
      try {
        return [item.parse(JSON.parse(line))];
      } catch (cause) {
        throw new AppError('COMMAND_INVALID', `${path}:${i + 1} is not {"id","text","context"?}`, { cause });
      }
    });
}

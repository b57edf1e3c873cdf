import { AppError } from '../shared/errors';
import { questionLanguage } from '../knowledge/questionLanguage';
import { explain } from './explain';
import { openOfflineBot } from './offlineBot';
import type { CommandWorld } from './program';

/** Prints the bot's reply to one question: text, then buttons in square brackets; with `explain` also how it was found. */
export async function ask(
  question: string,
  options: { readonly lang?: string; readonly explain?: boolean },
  world: CommandWorld,
): Promise<void> {
  if (options.lang !== undefined && options.lang !== 'fr' && options.lang !== 'en') {
    throw new AppError('COMMAND_INVALID', `--lang is fr or en, got "${options.lang}"`);
  }
  const bot = await openOfflineBot(world);
  try {
    const conversation = 'ask';
    if (options.lang)
      await bot.turns.say(conversation, options.lang === 'en' ? 'English please' : 'en français');
    for (const activity of await bot.turns.say(conversation, question)) {
      const buttons = (activity.suggestedActions?.actions ?? []).map((action) => `[${action.title}]`);
      process.stdout.write(`${[activity.text ?? '', buttons.join(' ')].filter(Boolean).join('\n\n')}\n`);
    }
    if (options.explain) {
      const { findAnswer } = bot.knowledge;
      const language = options.lang ?? questionLanguage(question, 'fr', findAnswer);
      process.stdout.write(`\n${explain(findAnswer(question, language), language)}\n`);
    }
  } finally {
    await bot.close();
  }
}

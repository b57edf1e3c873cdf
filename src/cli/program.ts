import { Command } from 'commander';
import { addAidsCommand } from './aids';
import { ask } from './ask';
import { knowledgeCheck } from './knowledgeCheck';
import { addDemoCommand } from './demo';
import { addImportCommand } from './knowledgeImport';
import { addLinksCommand } from './knowledgeLinks';
import { knowledgeReplay } from './knowledgeReplay';
import { addLeadsCommand } from './leads';
import { addPrivacyCommand } from './privacy';
import { replies } from './replies';
import { serve } from './serve';
import { addTeamsCommand } from './teamsPackage';

/** Where a verb runs: its settings and the folder that relative paths start from. */
export interface CommandWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** Runs one verb. Bad use is explained on standard error and ends with exit code 1. */
export async function runCommand(args: readonly string[], world: CommandWorld): Promise<void> {
  const program = new Command('assistant')
    .description('The conversational front door of a Territoires d’industrie programme.')
    .showHelpAfterError()
    .exitOverride((error) => {
      process.exitCode = error.exitCode;
    });
  program
    .command('serve')
    .description('serve the assistant (npm start)')
    .action(() => serve(world));
  program
    .command('ask')
    .description('ask one question through the real bot and print the reply')
    .argument('<question>')
    .option('--lang <fr|en>', 'language in which to answer')
    .option('--explain', 'show terms, hits, coverage, margin and the decision')
    .action((question: string, options: { lang?: string; explain?: boolean }) =>
      ask(question, options, world),
    );
  program
    .command('replies')
    .description(
      'answer each question of a JSON Lines file ({"id","text","context"?}) in a fresh conversation',
    )
    .argument('<file.jsonl>')
    .action((file: string) => replies(file, world));
  const knowledge = program.command('knowledge').description('the knowledge pages');
  knowledge
    .command('check')
    .description('report every fault of the knowledge folder, with file and line')
    .action(() => {
      knowledgeCheck(world);
    });
  knowledge
    .command('replay')
    .description('compare the working copy with the last commit: which questions are gained, lost or changed')
    .argument('[files...]', 'question sets: JSON Lines with "text", or YAML lists with "question"')
    .action((files: string[]) => knowledgeReplay(files, world));
  addLinksCommand(knowledge, world);
  addImportCommand(knowledge, world);
  addTeamsCommand(program, world);
  addAidsCommand(program, world);
  addLeadsCommand(program, world);
  addPrivacyCommand(program, world);
  addDemoCommand(program, world);
  await program.parseAsync([...args], { from: 'user' });
}

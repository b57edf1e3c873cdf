import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Argument, Option, type Command } from 'commander';
import {
  leadOutcomes,
  leadStates,
  type Actor,
  type LeadFile,
  type LeadOutcome,
  type LeadState,
} from '../leads/leadFile';
import type { LeadAct } from '../leads/leadLinks';
import { AppError } from '../shared/errors';
import { atLeadDesk, type LeadDesk } from './leadDesk';
import { leadsAsCsv, leadsAsXlsx } from '../desk/export/leadTable';
import { leadLine, leadText } from './leadText';
import { stateNames } from '../desk/export/leadTable.fr';
import type { CommandWorld } from './program';

interface ListOptions {
  readonly state?: readonly LeadState[];
  readonly limit: string;
  readonly json?: boolean;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const asJson = (value: unknown): string => JSON.stringify(value, null, 2);
const reference = () =>
  new Argument('<reference>', 'as the visitor was shown it; case and hyphen do not matter');
const states = () => new Option('--state <states...>', 'only leads in these states').choices(leadStates);
const who = (role: string) => new Option('--as <id>', `${role}, by id as in contacts.yml`);

/** Adds `assistant leads …`: what an operator does with leads. All of it reads or writes personal data. */
export function addLeadsCommand(program: Command, world: CommandWorld): void {
  const desk = <T>(act: (desk: LeadDesk) => Promise<T>): Promise<T> => atLeadDesk(world, act);
  const command = program.command('leads').description('the leads: requests to be called back');
  command
    .command('list')
    .description('list leads, youngest first')
    .addOption(states())
    .option('--limit <number>', 'at most this many', '200')
    .option('--json', 'print everything known of each, as JSON')
    .action((options: ListOptions) => desk((at) => list(at, options)));
  command
    .command('show')
    .description('show a lead with its history and its messages')
    .addArgument(reference())
    .option('--json', 'as JSON')
    .action((ref: string, options: { json?: boolean }) => desk((at) => show(at, ref, options)));
  command
    .command('take')
    .description('write down that a recipient follows a lead; the company is told after a minute')
    .addArgument(reference())
    .addOption(who('the recipient'))
    .action((ref: string, options: { as?: string }) =>
      desk(async (at) => follow(at, ref, takerOf(await at.fileOf(ref), options.as), { kind: 'take' })),
    );
  command
    .command('close')
    .description('write down how a lead ended; the company is told after a minute')
    .addArgument(reference())
    .addOption(new Option('--outcome <outcome>', 'how it ended').choices(leadOutcomes).makeOptionMandatory())
    .option('--note <text>', 'a remark; required with "redirected": to whom')
    .addOption(who('the recipient who closes it; the operator by default'))
    .action((ref: string, { outcome, note, as }: { outcome: LeadOutcome; note?: string; as?: string }) =>
      desk((at) =>
        follow(at, ref, as === undefined ? { kind: 'operator' } : recipient(as), {
          kind: 'close',
          outcome,
          note,
        }),
      ),
    );
  command
    .command('retry')
    .description('send messages that were given up or refused on their way again')
    .argument('[reference]', 'of one lead; all leads by default')
    .action((ref?: string) => desk((at) => retry(at, ref)));
  command
    .command('export')
    .description('export leads as a table')
    .addOption(new Option('--format <format>', 'of the table').choices(['csv', 'xlsx']).default('csv'))
    .option('--out <file>', 'where to write it; standard output by default (CSV only)')
    .addOption(states())
    .action((options: { format: string; out?: string; state?: LeadState[] }) =>
      desk((at) => exportLeads(at, options, world.cwd)),
    );
}

async function list({ leads }: LeadDesk, { state, limit, json }: ListOptions): Promise<void> {
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1) {
    throw new AppError('COMMAND_INVALID', `--limit: expected a whole number from 1, got ${limit}`);
  }
  const files = await leads.list({ states: state, limit: most });
  if (json) print(asJson(files));
  else for (const file of files) print(leadLine(file));
}

async function show(desk: LeadDesk, ref: string, { json }: { json?: boolean }): Promise<void> {
  const file = await desk.fileOf(ref);
  const entries = await desk.outbox.of(file.lead.id);
  print(json ? asJson({ ...file, entries }) : leadText(file, entries));
}

const recipient = (id: string): Actor => ({ kind: 'recipient', id });

function takerOf(file: LeadFile, id: string | undefined): Actor {
  const [only, ...others] = file.recipientIds;
  if (id !== undefined) return recipient(id);
  if (only !== undefined && others.length === 0) return recipient(only);
  throw new AppError(
    'COMMAND_INVALID',
    `several recipients got this lead; add --as with one of: ${file.recipientIds.join(', ')}`,
  );
}

async function follow(desk: LeadDesk, ref: string, actor: Actor, act: LeadAct): Promise<void> {
  const { lead } = await desk.fileOf(ref);
  const outcome = await desk.follow(lead.id, actor, act);
  if (outcome.kind === 'done' || outcome.kind === 'alreadyDone') {
    print(`${lead.reference}  ${stateNames[outcome.file.state]}`);
    return;
  }
  const because = outcome.kind === 'refused' ? outcome.because : outcome.kind;
  throw new AppError(
    'COMMAND_INVALID',
    `"${act.kind}" is not possible for ${lead.reference}: ${because}. See docs/leads.md.`,
  );
}

async function retry({ leads, outbox, clock, fileOf }: LeadDesk, ref: string | undefined): Promise<void> {
  const files =
    ref === undefined ? await leads.list({ limit: Number.MAX_SAFE_INTEGER }) : [await fileOf(ref)];
  let revived = 0;
  for (const { lead } of files) revived += await outbox.retry(lead.id, clock());
  print(`${revived} message(s)`);
}

async function exportLeads(
  { leads }: LeadDesk,
  { format, out, state }: { format: string; out?: string; state?: LeadState[] },
  cwd: string,
): Promise<void> {
  if (format === 'xlsx' && out === undefined) {
    throw new AppError('COMMAND_INVALID', 'a workbook is no text: add --out FILE.xlsx');
  }
  const files = await leads.list({ states: state, limit: Number.MAX_SAFE_INTEGER });
  const table = format === 'xlsx' ? await leadsAsXlsx(files) : leadsAsCsv(files);
  if (out === undefined) process.stdout.write(table);
  // Personal data: for the user of this command alone.
  else writeFileSync(resolve(cwd, out), table, { mode: 0o600 });
}

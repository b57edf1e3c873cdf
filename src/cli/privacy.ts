import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { DataSubject } from '../leads/personalData';
import { AppError } from '../shared/errors';
import { atLeadDesk, type LeadDesk } from './leadDesk';
import type { CommandWorld } from './program';

interface SubjectOptions {
  readonly email?: string;
  readonly phone?: string;
  readonly reference?: string;
}

/** Adds `assistant privacy …`: what an operator does when somebody asks for their data, or to be forgotten. */
export function addPrivacyCommand(program: Command, world: CommandWorld): void {
  const command = program.command('privacy').description('personal data of one person: copy, erasure');
  withSubject(command.command('export'))
    .description('write everything kept of a person as JSON')
    .option('--out <file>', 'where to write it; standard output by default')
    .action((options: SubjectOptions & { out?: string }) =>
      atLeadDesk(world, (desk) => exportData(desk, options, world.cwd)),
    );
  withSubject(command.command('erase'))
    .description('erase everything kept of a person; who got a lead is asked to delete the mail')
    .option('--yes', 'really do it; without it, only say what would be erased')
    .action((options: SubjectOptions & { yes?: boolean }) =>
      atLeadDesk(world, (desk) => erase(desk, options)),
    );
}

const withSubject = (command: Command): Command =>
  command
    .option('--email <address>', 'the e-mail address given with the request')
    .option('--phone <number>', 'the phone number given with the request')
    .option('--reference <reference>', 'the reference of one request');

function subjectOf({ email, phone, reference }: SubjectOptions): DataSubject {
  const given = [email, phone, reference].filter((value) => value !== undefined);
  if (given.length !== 1) {
    throw new AppError('COMMAND_INVALID', 'say whose data: exactly one of --email, --phone and --reference');
  }
  const contact = email ?? phone;
  return contact === undefined
    ? { kind: 'reference', reference: reference ?? '' }
    : { kind: 'contact', contact };
}

async function exportData(
  { personalData, traces, watches, outbox, clock }: LeadDesk,
  options: SubjectOptions & { out?: string },
  cwd: string,
): Promise<void> {
  const files = await personalData.find(subjectOf(options));
  const leads = await Promise.all(
    files.map(async (file) => ({ ...file, messages: await outbox.of(file.lead.id) })),
  );
  const conversations = await Promise.all(
    [...new Set(files.map((file) => file.lead.conversationId))].map(async (id) => ({
      id,
      ...(await traces.copy(id)),
    })),
  );
  const told = options.email === undefined ? [] : await watches.ofEmail(options.email);
  const text = `${JSON.stringify({ exportedAt: clock(), leads, conversations, watches: told }, null, 2)}\n`;
  if (options.out === undefined) process.stdout.write(text);
  else writeFileSync(resolve(cwd, options.out), text, { mode: 0o600 });
}

async function erase(
  { personalData, watches }: LeadDesk,
  options: SubjectOptions & { yes?: boolean },
): Promise<void> {
  const subject = subjectOf(options);
  const { email } = options;
  if (!options.yes) {
    const references = (await personalData.find(subject)).map((file) => file.lead.reference);
    const told = email === undefined ? [] : await watches.ofEmail(email);
    throw new AppError(
      'COMMAND_INVALID',
      `nothing was erased. ${references.length} lead(s) would be: ${references.join(', ') || 'none'}; and ${told.length} wish(es) to be told of a scheme. Add --yes to erase.`,
    );
  }
  const receipt = await personalData.erase(subject);
  const more = email === undefined ? 0 : await watches.eraseEmail(email);
  process.stdout.write(`${JSON.stringify({ ...receipt, watches: receipt.watches + more })}\n`);
}

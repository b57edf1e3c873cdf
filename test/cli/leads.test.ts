import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { addLeadsCommand } from '../../src/cli/leads';
import { addPrivacyCommand } from '../../src/cli/privacy';
import type { CommandWorld } from '../../src/cli/program';
import type { LeadFile } from '../../src/leads/leadFile';
import { systemClock } from '../../src/shared/time';
import { createQuestionRepository } from '../../src/storage/questionRepository';
import { runAssistant } from '../support/assistantProcess';
import { openLeadStore } from '../support/leadStore';
import { jeannesDraft } from '../support/people';
import { knowledgeFolder } from '../support/knowledgeFolder';
import { tempFolder } from '../support/tempFolder';

/** A service's folder with two leads; Jeanne's is of the first conversation. */
async function home() {
  const cwd = tempFolder();
  const contact = { id: 'contact', name: 'Paul Martin', email: 'paul.martin@example.org' };
  const store = await openLeadStore(join(cwd, 'data'), systemClock, [contact]);
  const { reference } = await store.submit({
    submissionId: 'form-1',
    draft: jeannesDraft({ need: '=1+1', message: 'Un « terrain » ; vite' }),
  });
  await store.submit({
    submissionId: 'form-2',
    draft: jeannesDraft({ name: 'Ali', email: 'ali@example.fr', phone: undefined, conversationId: 'c2' }),
  });
  await createQuestionRepository(store.db).record({
    id: 'q1',
    at: systemClock(),
    language: 'fr',
    question: 'Quelles aides ?',
    end: 'answered',
    terms: [],
    conversationId: 'conversation-1',
  });
  await store.db.destroy();
  const env = { KNOWLEDGE_DIR: knowledgeFolder() };
  const world = { cwd, env: { ...env, DATA_DIR: 'data' } };
  return { cwd, env, reference, run: (...args: string[]) => run(args, world) };
}

/** Runs a verb in this process, which spares a second each. */
async function run(args: readonly string[], world: CommandWorld) {
  let out = '';
  const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addLeadsCommand(program, world);
  addPrivacyCommand(program, world);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return { code: 0, out, err: '' };
  } catch (error) {
    return { code: 1, out, err: (error as Error).message };
  } finally {
    written.mockRestore();
  }
}

describe('assistant leads', () => {
  it('lists leads youngest first, as lines or as JSON', async () => {
    const { run, reference } = await home();
    const { out, code } = await run('leads', 'list', '--state', 'new');
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(out).toContain(`${reference}  `);
    const { out: json } = await run('leads', 'list', '--json', '--limit', '1');
    expect((JSON.parse(json) as LeadFile[])[0]?.lead.name).toBe('Ali');
    expect(code).toBe(0);
  });

  it('takes, closes and shows a lead with its history', async () => {
    const { run, reference } = await home();
    expect(await run('leads', 'take', reference.toLowerCase())).toMatchObject({
      code: 0,
      out: `${reference}  prise en charge\n`,
    });
    const close = ['leads', 'close', reference, '--outcome', 'redirected'];
    const { err, code } = await run(...close);
    expect([err, code]).toEqual([
      expect.stringMatching(/^COMMAND_INVALID: "close" is not possible .* invalid/),
      1,
    ]);
    expect((await run(...close, '--note', 'La chambre')).out).toBe(`${reference}  close\n`);
    const { out } = await run('leads', 'show', reference);
    expect(out).toMatch(
      /Jeanne Dupont[^]*1\. .*enregistrée[^]*2\. .*prise en charge[^]*3\. .*réorientée {2}La chambre/,
    );
    expect(out).toMatch(/callSheet {2}email {2}\S+ {2}due/);
  });

  it('refuses what is not there and what it does not know', async () => {
    const { run } = await home();
    expect(await run('leads', 'show', 'AAAA-AAAA')).toMatchObject({
      code: 1,
      err: expect.stringContaining('AAAA-AAAA') as string,
    });
    expect(await run('leads', 'list', '--state', 'lost')).toMatchObject({ code: 1, out: '' });
    expect(await run('leads', 'list', '--limit', 'all')).toMatchObject({ code: 1, out: '' });
    expect(await runAssistant(['leads', 'list'], { cwd: tempFolder() })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^COMMAND_INVALID: there is no database at .*DATA_DIR/) as string,
    });
  });

  it('exports a table in which nothing is a formula', async () => {
    const { run, cwd, env } = await home();
    const { out } = await run('leads', 'export');
    expect(out).toMatch(/^\uFEFFRéférence;Reçue le;/);
    expect(out).toContain(`;'+33123456789;`);
    expect(out).toContain(`;'=1+1;"Un « terrain » ; vite";`);
    expect(await run('leads', 'export', '--format', 'xlsx')).toMatchObject({ code: 1, out: '' });
    const args = ['leads', 'export', '--format', 'xlsx', '--out', 'demandes.xlsx'];
    expect(await runAssistant(args, { cwd, env })).toEqual({ code: 0, out: '', err: '' });
    const file = join(cwd, 'demandes.xlsx');
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('sends given-up messages on their way again', async () => {
    const { run, cwd, reference } = await home();
    const store = await openLeadStore(join(cwd, 'data'), systemClock);
    await store.db.updateTable('outbox_entries').set({ state: 'dead' }).execute();
    await store.db.destroy();
    expect((await run('leads', 'retry', reference)).out).toBe('2 message(s)\n');
    expect((await run('leads', 'retry')).out).toBe('2 message(s)\n');
    expect((await run('leads', 'retry')).out).toBe('0 message(s)\n');
  });
});

describe('assistant privacy', () => {
  it('exports everything kept of a person, and of nobody else', async () => {
    const { run, reference } = await home();
    const { out } = await run('privacy', 'export', '--phone', '01 23 45 67 89');
    const data = JSON.parse(out) as { leads: LeadFile[]; conversations: { questions: unknown[] }[] };
    expect(data.leads.map((file) => file.lead.reference)).toEqual([reference]);
    expect(data.conversations).toMatchObject([
      { id: 'conversation-1', questions: [{ question: 'Quelles aides ?' }] },
    ]);
    expect(out).not.toContain('Ali');
  });

  it('erases after a yes only: leads, questions and mail files', async () => {
    const { run, cwd, reference } = await home();
    const mail = join(cwd, 'data', 'mail');
    mkdirSync(mail);
    writeFileSync(join(mail, `${reference}-callSheet-contact-1.eml`), 'Jeanne');
    writeFileSync(join(mail, `AAAA-AAAA-callSheet-contact-2.eml`), 'Ali');
    const asked = ['privacy', 'erase', '--email', 'Jeanne.Dupont@example.fr'];
    const { code, err } = await run(...asked);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(`nothing was erased. 1 lead.*${reference}.*--yes`),
    ]);
    const { out } = await run(...asked, '--yes');
    expect(JSON.parse(out)).toMatchObject({ questions: 1, references: [reference] });
    expect((await run('leads', 'list')).out).not.toContain(reference);
    expect((await run('leads', 'list')).out.trim().split('\n')).toHaveLength(1);
    expect(() => statSync(join(mail, `${reference}-callSheet-contact-1.eml`))).toThrow('ENOENT');
    expect(statSync(join(mail, 'AAAA-AAAA-callSheet-contact-2.eml')).size).toBe(3);
  });

  it('asks for exactly one person', async () => {
    const { run } = await home();
    expect(await run('privacy', 'export')).toMatchObject({
      code: 1,
      err: expect.stringContaining('exactly one') as string,
    });
  });
});

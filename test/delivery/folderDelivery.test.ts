import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { createFolderDelivery } from '../../src/delivery/folderDelivery';
import { fakeClock } from '../support/fakeClock';
import { logLines } from '../support/logLines';
import { testMail } from '../support/mails';
import { jeannesEntry, jeannesFile, paulMartin } from '../support/people';
import { tempFolder } from '../support/tempFolder';

function setUp(folder = join(tempFolder(), 'mail')) {
  const lines = logLines();
  const delivery = createFolderDelivery({
    folder,
    mail: testMail({}, 'localhost'),
    clock: fakeClock().clock,
    log: lines.log,
  });
  return {
    folder,
    lines,
    deliver: (entry = jeannesEntry()) =>
      delivery.deliver(entry, { reference: 'ACDE-FGHJ', file: jeannesFile() }),
  };
}

it('writes one complete mail file, and says in one line where', async () => {
  const { folder, lines, deliver } = setUp();
  expect(await deliver()).toEqual({ kind: 'delivered', remoteId: 'ACDE-FGHJ-callSheet-contact-entry-1.eml' });
  expect(readdirSync(folder)).toEqual(['ACDE-FGHJ-callSheet-contact-entry-1.eml']);
  const path = join(folder, 'ACDE-FGHJ-callSheet-contact-entry-1.eml');
  const mail = await simpleParser(readFileSync(path));
  expect(mail).toMatchObject({ messageId: '<lead-entry-1@localhost>', replyTo: { value: [{}] } });
  expect(mail.text).toContain('Jeanne Dupont');
  expect(lines.codes()).toEqual(['LEAD_MAIL_WRITTEN']);
  expect(lines.text()).toContain(JSON.stringify(path));
  expect(lines.text()).not.toMatch(/Jeanne|Dupont|example\.fr/);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('replaces the file when the same entry comes again', async () => {
  const { folder, deliver } = setUp();
  await deliver();
  await deliver();
  expect(readdirSync(folder)).toHaveLength(1);
});

it('writes only into its folder, whatever a recipient is called', async () => {
  const { folder, deliver } = setUp();
  await deliver(jeannesEntry({ recipient: { ...paulMartin, id: '../../étage 2' } }));
  expect(readdirSync(folder)).toEqual(['ACDE-FGHJ-callSheet--------tage-2-entry-1.eml']);
});

it('tries again later when the folder cannot be written to, and leaves nothing unfinished', async () => {
  const parent = tempFolder();
  writeFileSync(join(parent, 'mail'), 'a file where the folder should be');
  const { deliver, lines } = setUp(join(parent, 'mail'));
  expect(await deliver()).toEqual({ kind: 'retryLater', code: 'DELIVERY_RETRY', detail: 'EEXIST' });
  expect(lines.codes()).toEqual([]);

  const taken = setUp();
  mkdirSync(join(taken.folder, 'ACDE-FGHJ-callSheet-contact-entry-1.eml'), { recursive: true });
  expect(await taken.deliver()).toMatchObject({ kind: 'retryLater' });
  expect(readdirSync(taken.folder)).toEqual(['ACDE-FGHJ-callSheet-contact-entry-1.eml']);
});

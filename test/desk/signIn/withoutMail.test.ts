import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { minutes } from '../../../src/shared/time';
import { jeanne, keyIn, paul, startDeskService } from '../../support/deskService';

it('without a mail server, a link for the owner is on the operator’s screen at start', async () => {
  const desk = await startDeskService({ mail: false });
  expect(desk.printed).toHaveLength(1);
  expect(desk.printed[0]).toContain(`${desk.url}/suivi/entrer?cle=`);
  expect(desk.printed.join()).not.toContain('@');
  const key = keyIn(desk.printed[0]);
  const browser = desk.browser();
  expect((await browser.post('/suivi/entrer', { cle: key })).location).toBe('/suivi');
  expect(JSON.parse((await browser.get('/suivi')).text)).toMatchObject({
    account: { email: jeanne, owner: true },
  });
  expect((await desk.browser().post('/suivi/entrer', { cle: key })).status).toBe(410);
  expect(desk.log()).not.toContain(key);
  await desk.end();
});

it('it lasts 15 minutes, and whoever asks for another finds it there and in the mail folder', async () => {
  const desk = await startDeskService({ mail: false });
  desk.advance(minutes(15));
  expect((await desk.browser().post('/suivi/entrer', { cle: keyIn(desk.printed[0]) })).status).toBe(410);
  await desk.browser().post('/suivi/connexion', { courriel: 'inconnu@example.fr' });
  await desk.browser().post('/suivi/connexion', { courriel: paul });
  expect(desk.printed).toHaveLength(2);
  expect((await desk.browser().post('/suivi/entrer', { cle: keyIn(desk.printed[1]) })).status).toBe(303);
  await desk.end();
  expect(readdirSync(join(desk.dataDir, 'mail'))).toEqual([expect.stringMatching(/letter-signIn-.*\.eml$/)]);
});

it('the address of a trial takes the place of the default recipient’s', async () => {
  const desk = await startDeskService({ mail: false, env: { LEAD_EMAIL_TO: 'essai@example.fr' } });
  const browser = desk.browser();
  await browser.post('/suivi/entrer', { cle: keyIn(desk.printed[0]) });
  expect(JSON.parse((await browser.get('/suivi')).text)).toMatchObject({
    account: { email: 'essai@example.fr', recipientId: 'jeanne', owner: true },
  });
  await desk.browser().post('/suivi/connexion', { courriel: jeanne });
  expect(desk.printed).toHaveLength(1);
  await desk.end();
});

it('where others than this machine are served, nothing is printed and the page says what is missing', async () => {
  const desk = await startDeskService({ mail: false, env: { HOST: '0.0.0.0' } });
  const page = await desk.browser().get('/suivi/connexion');
  expect(page.text).toContain('L’envoi de courriels n’est pas configuré');
  expect(page.text).toContain('SMTP_URL');
  expect(page.text).not.toContain('<form');
  const asked = await desk.browser().post('/suivi/connexion', { courriel: jeanne });
  expect(asked.status).toBe(503);
  expect(desk.printed).toEqual([]);
  expect(await desk.db.selectFrom('desk_links').selectAll().execute()).toEqual([]);
  await desk.end();
});

it('with a mail server nothing is printed', async () => {
  const desk = await startDeskService();
  await desk.signIn(jeanne);
  expect(desk.printed).toEqual([]);
  await desk.end();
});

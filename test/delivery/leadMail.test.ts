import { createLeadMail, type LeadMailDeps } from '../../src/delivery/leadMail';
import type { MailContent } from '../../src/delivery/mailParts';
import type { LeadFile } from '../../src/leads/leadFile';
import type { LeadMessage } from '../../src/leads/leadMessages';
import { mailDepsFor } from '../support/mails';
import { jeannesEntry, jeannesFile, jeannesLead, jeannesStep } from '../support/people';
import { fullLead } from '../support/fullLead';

const company = { id: 'company', name: 'Jeanne Dupont', email: 'jeanne.dupont@example.fr' };
const toCompany: readonly LeadMessage[] = ['receipt', 'taken', 'closed', 'delay'];

function mail(
  message: LeadMessage,
  file: LeadFile | undefined = jeannesFile(),
  changes: Partial<LeadMailDeps> = {},
  occasion = 'entry-9/10',
): MailContent {
  const entry = jeannesEntry({
    message,
    ...(message === 'alert' ? { occasion } : {}),
    ...(toCompany.includes(message) ? { recipient: company } : {}),
  });
  return createLeadMail(mailDepsFor(changes))(entry, { reference: 'ACDE-FGHJ', file })!;
}
/** Text without the non-breaking spaces of French, which are not what these tests are about. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the call sheet', () => {
  it('carries everything that the first call needs, in text and in HTML', () => {
    const { subject, text, html } = mail('callSheet', jeannesFile({ lead: fullLead() }));
    expect(subject).toBe('[Essai] Demande de rappel ACDE-FGHJ – Mécanique Dupont & Fils');
    for (const part of [
      'Jeanne Dupont',
      'jeanne.dupont@example.fr',
      '01 23 45 67 89',
      'par téléphone, plutôt le matin',
      'français',
      'lundi 2 mars 2026 à 10:00',
      'une presse neuve',
      'Je cherche un terrain.',
      '552100554',
      '25.62B',
      '20 à 49 salariés',
      'dans le territoire (CA des Forges)',
      'Quelles aides pour une machine ?',
      'Aides à l’achat d’une machine',
      'restée sans réponse',
      'Prêt Machine',
      'Trois questions utiles',
      'ACDE-FGHJ',
    ]) {
      expect(plain(text)).toContain(part);
      expect(plain(html)).toContain(part);
    }
    expect(text).toContain('> Je cherche un terrain.\n> Plutôt <grand>.');
    expect(html).toContain('<a class="plain" href="tel:+33123456789"');
    expect(html).toContain('href="mailto:jeanne.dupont@example.fr"');
    expect(html).toContain('href="https://www.example.org/pret-machine?a=1&amp;b=2"');
  });

  it('offers to take, to decline and to close, by links that bear the right of this recipient', () => {
    const deps = mailDepsFor();
    const { text } = mail('callSheet', jeannesFile(), deps);
    const links = [...text.matchAll(/https:\/\/assistant\.example\.org\/fiche\/ACDE-FGHJ\?\S+/g)].map(
      ([link]) => new URL(link).searchParams,
    );
    expect(links.map((link) => link.get('action'))).toEqual(['take', 'decline', 'close']);
    for (const link of links) {
      expect(deps.links.read(link.get('cle')!)).toEqual({
        kind: 'recipient',
        leadId: 'lead-1',
        recipientId: 'contact',
      });
    }
  });

  it('says its language and has one title, headings, and neither image nor table', () => {
    const { html } = mail('callSheet');
    expect(html).toMatch(/<html lang="fr">/);
    expect(html).toMatch(/<title>Demande de rappel ACDE-FGHJ<\/title>/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|<table|<script/);
  });

  it('shows what a visitor typed and never runs it', () => {
    const lead = jeannesLead({
      name: '<script>alert(1)</script>',
      company: '"><img src=x>',
      message: "<b onclick='x'>",
    });
    const { html } = mail('callSheet', jeannesFile({ lead }));
    expect(html).not.toMatch(/<script|<img|<b /);
    expect(html).toContain('&lt;script&gt;');
  });

  it('leaves out what the visitor did not give, and says when only the phone remains', () => {
    const lead = jeannesLead({ email: undefined, message: undefined, questions: [], schemes: [] });
    const { text } = mail('callSheet', jeannesFile({ lead }));
    expect(text).not.toMatch(/undefined|E-mail|message\n|Questions posées|besoin|Aides regardées/);
    expect(text).toContain('merci de la rappeler par téléphone');
  });
});

it.each([
  ['reminder', 'Toujours en attente : demande ACDE-FGHJ – ', 'prise par personne'],
  ['escalation', 'Sans réponse : demande ACDE-FGHJ – ', 'confier à quelqu’un'],
] as const)('a %s says how long it has waited, with the whole call sheet', (message, subject, sentence) => {
  const mailed = mail(message);
  expect(mailed.subject).toContain(subject);
  expect(mailed.text).toContain(sentence);
  expect(mailed.text).toContain('Jeanne Dupont');
  expect(mailed.text).toContain('action=take');
});

it.each(['callSheet', 'reminder', 'escalation'] as const)(
  'with links instead of data a %s names the reference and nothing else of the lead',
  (message) => {
    const { subject, text, html } = mail(message, jeannesFile({ lead: fullLead() }), { privacy: 'link' });
    for (const part of [subject, text, html]) {
      expect(part).toContain('ACDE-FGHJ');
      expect(part).not.toMatch(/Dupont|Jeanne|example\.fr|terrain|machine|23 45|552100554/i);
    }
    expect(text).toContain('https://assistant.example.org/fiche/ACDE-FGHJ?cle=');
  },
);

describe('the company', () => {
  it('is told who calls, how, within how many working days, and where to look and to withdraw', () => {
    const { subject, text } = mail('receipt');
    expect(subject).toBe('[Essai] Votre demande ACDE-FGHJ est bien enregistrée');
    expect(text).toContain(
      'Paul Martin (chef de projet) reprendra contact avec vous par téléphone au 01 23 45 67 89, sous 2 jours ouvrés.',
    );
    expect(text).toContain('01 98 76 54 32');
    expect(text).toContain('https://assistant.example.org/demande/ACDE-FGHJ?cle=');
    expect(text).toMatch(/renoncer.*effacer vos données/s);
  });

  it('is answered in the language it spoke', () => {
    const { subject, text, html } = mail('receipt', jeannesFile({ lead: jeannesLead({ language: 'en' }) }));
    expect(subject).toBe('[Trial] Your request ACDE-FGHJ has been recorded');
    expect(text).toContain('Paul Martin (project lead) will contact you');
    expect(html).toContain('<html lang="en">');
    expect(text).not.toMatch(/demande [A-Z]|jours ouvrés/);
  });

  it('is reached as it asked', () => {
    const byMail = jeannesLead({ preferredWay: 'email' });
    expect(mail('receipt', jeannesFile({ lead: byMail })).text).toContain(
      'par e-mail à jeanne.dupont@example.fr',
    );
    const meeting = jeannesLead({ preferredWay: 'meeting' });
    expect(mail('receipt', jeannesFile({ lead: meeting })).text).toContain('pour convenir d’un rendez-vous');
  });

  it('hears who has taken its request', () => {
    const { text } = mail('taken', jeannesFile({ state: 'taken', assigneeId: 'claire' }));
    expect(text).toContain('Claire Durand (chargée de mission) s’occupe de votre demande');
  });

  it('hears honestly that nobody has, with the phone number', () => {
    const { text } = mail('delay');
    expect(text).toContain('Nous vous prions de nous en excuser');
    expect(text).toContain('01 98 76 54 32');
  });

  it('hears where it was redirected, and is asked how it went by five links that change nothing', () => {
    const closing = jeannesStep({ id: 's2', number: 2, kind: 'closed', note: 'La chambre de métiers' });
    const file = jeannesFile({ state: 'closed', outcome: 'redirected', steps: [jeannesStep(), closing] });
    const { text } = mail('closed', file);
    expect(text).toContain('Voici vers qui vous êtes orienté : La chambre de métiers');
    expect([...text.matchAll(/&avis=(\d)/g)].map(([, n]) => n)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('never reads a note that was not meant for it', () => {
    const closing = jeannesStep({ id: 's2', number: 2, kind: 'closed', note: 'Un client difficile' });
    for (const outcome of ['helped', 'unreachable', 'notForUs', 'withdrawn'] as const) {
      const { text } = mail(
        'closed',
        jeannesFile({ state: 'closed', outcome, steps: [jeannesStep(), closing] }),
      );
      expect(text).not.toContain('difficile');
    }
  });
});

it('asks recipients to delete the mail of an erased lead, and knows nothing else of it', () => {
  const { subject, text } = mail('erasure', undefined);
  expect(subject).toBe('[Essai] À supprimer : demande ACDE-FGHJ');
  expect(text).toContain('Merci de supprimer');
});

it('tells the operator what to do about a message that reached nobody, without personal data', () => {
  const { text, html } = mail('alert');
  expect(text).toContain('assistant leads retry ACDE-FGHJ');
  expect(text + html).not.toMatch(/Dupont|example\.fr/);
});

it('tells the operator when everybody has declined', () => {
  const declined = jeannesStep({ id: 'step-1', kind: 'declined' });
  expect(mail('alert', jeannesFile({ steps: [declined] }), {}, 'step-1').subject).toContain('Plus personne');
});

import { leadMail } from '../../src/delivery/leadMail';
import { jeannesLead } from '../support/people';

it('carries everything that the first call needs, in text and in HTML', () => {
  const { subject, text, html } = leadMail(jeannesLead(), 'Essai');
  expect(subject).toBe('[Essai] Demande de rappel ACDE-FGHJ – Mécanique Dupont & Fils');
  for (const part of [
    'Jeanne Dupont',
    'jeanne.dupont@example.fr',
    '+33123456789',
    'français',
    'lundi 2 mars 2026 à 10:00',
    'Je cherche un terrain.',
    'Quelles aides pour une machine ?',
    'aides-machine',
    'restée sans réponse',
    'ACDE-FGHJ',
  ]) {
    expect(text).toContain(part);
    expect(html).toContain(part);
  }
  expect(text).toContain('> Je cherche un terrain.\n> Plutôt <grand>.');
});

it('says its language and has a title, headings and working links', () => {
  const { html } = leadMail(jeannesLead(), 'Essai');
  expect(html).toMatch(/<html lang="fr">/);
  expect(html).toMatch(/<title>Demande de rappel ACDE-FGHJ<\/title>/);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('<a href="tel:+33123456789">');
  expect(html).toContain('<a href="mailto:jeanne.dupont%40example.fr">');
});

it('shows what a visitor typed and never runs it', () => {
  const { html } = leadMail(
    jeannesLead({ name: '<script>alert(1)</script>', company: '"><img src=x>', message: "<b onclick='x'>" }),
    'Essai',
  );
  expect(html).not.toMatch(/<script|<img|<b /);
  expect(html).toContain('&lt;script&gt;');
});

it('leaves out what the visitor did not give, and says when only the phone remains', () => {
  const lead = jeannesLead({ email: undefined, message: undefined, need: undefined, questions: [] });
  const { text } = leadMail(lead, 'Essai');
  expect(text).not.toMatch(/undefined|E-mail|Message|Questions|Besoin/);
  expect(text).toContain('merci de la rappeler par téléphone');
});

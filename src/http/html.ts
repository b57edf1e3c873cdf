import { textsOf, type Language } from '../../web/texts';
import type { Site } from './site';

/** A text as it may stand between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A value as JSON inside a script element, which ends at the first `</`. */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

/** The contact as lines of HTML, with links to call and to write. */
export function contactHtml(site: Site, language: Language): string {
  const { name, role, email, phone, address } = site.contact;
  const texts = textsOf(language);
  const dialled = phone?.replace(/[^\d+]/g, '');
  const lines = [
    `<strong>${escapeHtml(name)}</strong>, ${escapeHtml(role[language])}`,
    phone && `${texts.phone} <a href="tel:${escapeHtml(dialled ?? '')}">${escapeHtml(phone)}</a>`,
    email && `${texts.email} <a href="mailto:${escapeHtml(email)}">${escapeHtml(email)}</a>`,
    address && `${texts.address} ${escapeHtml(address)}`,
  ];
  return `<address>${lines.filter(Boolean).join('<br>')}</address>`;
}

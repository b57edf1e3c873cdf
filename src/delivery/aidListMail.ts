import type { AidList } from '../notices/aidList';
import { phoneForPeople } from '../leads/phoneForPeople';
import type { MailDraft, MailPart } from './mailParts';

/** Every sentence of the mailed list. */
const allTexts = {
  fr: {
    title: 'Votre liste d’aides',
    known: (facts: string) => `D’après ce que vous avez dit : ${facts}.`,
    reserve:
      'Cette liste est une orientation, pas un engagement : seuls les opérateurs confirment les conditions, les montants et les dates. Ne signez aucune commande avant d’avoir vérifié si la demande doit être déposée d’abord.',
    operator: (name: string) => `Opérateur : ${name}`,
    page: 'Page de l’opérateur',
    source: (title: string) => `Source : ${title}`,
    contact: (name: string, phone: string, email: string) => `Pour en parler : ${name}, ${phone}, ${email}.`,
    why: 'Vous recevez ce message parce que cette adresse a été donnée pour cet envoi. Elle est effacée une fois le message parti, et ne sert à rien d’autre.',
    signature: (programme: string) => `L’assistant automatique de ${programme}`,
  },
  en: {
    title: 'Your list of schemes',
    known: (facts: string) => `From what you said: ${facts}.`,
    reserve:
      'This list is a first orientation, not a commitment: only the operators confirm conditions, amounts and dates. Sign no order before you have checked whether the application must come first. Some of the schemes are described in French only.',
    operator: (name: string) => `Operator: ${name}`,
    page: 'The operator’s page',
    source: (title: string) => `Source: ${title}`,
    contact: (name: string, phone: string, email: string) => `To talk about it: ${name}, ${phone}, ${email}.`,
    why: 'You get this message because this address was given for this one mail. It is deleted once the mail has left, and serves nothing else.',
    signature: (programme: string) => `The automatic assistant of ${programme}`,
  },
};

/** The mail that carries a list of schemes to whoever asked for it. */
export function aidListMail(
  { facts, schemes, contact }: AidList,
  language: 'fr' | 'en',
  programmes: { readonly fr: string; readonly en: string },
): MailDraft {
  const texts = allTexts[language];
  const programme = programmes[language];
  const paragraph = (text: string): MailPart => ({ kind: 'paragraph', text });
  const phone = phoneForPeople(contact.phone);
  return {
    language,
    subject: `[${programme}] ${texts.title}`,
    title: texts.title,
    parts: [
      ...(facts.length > 0 ? [paragraph(texts.known(facts.join(', ')))] : []),
      paragraph(texts.reserve),
      ...schemes.map(({ title, url, operator, lines, source }, index): MailPart => ({
        kind: 'list',
        heading: `${index + 1}. ${title}`,
        items: [
          ...lines.map((text) => ({ text })),
          { text: texts.operator(operator) },
          ...(url === undefined ? [] : [{ text: texts.page, link: url }]),
          ...(source ? [{ text: texts.source(source.title), link: source.url }] : []),
        ],
      })),
      paragraph(texts.contact(contact.name, phone, contact.email)),
      paragraph(texts.why),
      paragraph(texts.signature(programme)),
    ],
  };
}

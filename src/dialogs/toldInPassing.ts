import { readCompanyNumber } from '../leads/companyNumber';
import type { FindSite } from '../territory/site';
import { maskSensitiveNumbers } from '../text/sensitiveData';
import { withoutPersonalData } from '../text/maskPersonalData';
import type { AskedQuestion } from './conversationData';
import type { ToldBefore } from './leadForm';
import { findContact } from './leadFields/contactField';
import type { LeadRecap } from './leadFields/leadField';
import { siteOf } from './leadFields/siteField';

/** Up to five words of a name, each with a capital letter or a figure, or a small word between two of them. */
const name =
  "((?:[\\p{Lu}\\d][\\p{L}\\d'’&.-]*)(?:\\s+(?:(?:de|du|des|la|le|les|et|&|en|sur|of|and)\\s+)*[\\p{Lu}\\d&][\\p{L}\\d'’&.-]*){0,4})";

const introducesName = new RegExp(
  `(?:[Jj]e m['’]appelle|[Mm]on nom est|[Mm]oi c['’]est|[Mm]y name is)\\s+${name}`,
  'u',
);
const introducesCompany = new RegExp(
  `(?:(?:[Mm]on|[Nn]otre) entreprise(?: est| s['’]appelle)?|(?:[Mm]a|[Nn]otre|de la|la) société(?: est| s['’]appelle)?|` +
    `[Jj]e (?:dirige|représente)|gérante? de|dirigeante? de|(?:[Mm]y|[Oo]ur) company(?: is| is called)?,?|I (?:run|represent))\\s+${name}`,
  'u',
);
/** "je suis de", "notre usine est à", "we are based in": where somebody is, not what a question is about. */
const introducesPlace =
  /(?:je suis|nous sommes|on est|je viens|basée?s?|installée?s?|située?s?|implantée?s?|(?:mon|notre|l['’]) ?(?:entreprise|usine|atelier|site|société) est|i am|we are|located|based|our (?:site|plant|company) is)\s+(?:(?:à|a|de|d['’]|en|au|aux|sur|in|from|near)\s*)((?:[\p{L}\d'’-]+\s*){1,5})/iu;
/** What a request to be called back is about. */
const introducesNeed =
  /\b(?:pour|au sujet d|à propos d|concernant|about|regarding)(?!\s+(?:en (?:parler|discuter)|discuter|parler|plus tard|demain|que))[\s\p{L}'’]/iu;

/** "Rappelez-moi pour un terrain" tells; "rappelez-moi pour ça" does not. */
const minNeedWords = 5;

/** Shortest place that is believed without a capital letter; there are communes called "Eu" and "Bonne". */
const minSmallPlace = 5;

/** What one message says of its writer, as far as it says it clearly: the form does not ask it again, and its recap shows it. */
export function toldIn(text: string, findSite: FindSite): ToldBefore {
  const site = siteIn(text, findSite);
  const number = readCompanyNumber(text);
  const digits = number.kind === 'siret' ? number.siret : number.kind === 'siren' ? number.siren : undefined;
  const company = digits ?? introducesCompany.exec(text)?.[1];
  const person = introducesName.exec(text)?.[1];
  const recap: LeadRecap = {
    ...findContact(text),
    ...(person ? { name: person } : {}),
    ...(site ? { site } : {}),
  };
  return { recap, toRead: company ? { company } : {} };
}

/** Later words count more. */
export function alsoTold(before: ToldBefore, now: ToldBefore): ToldBefore {
  return { recap: { ...before.recap, ...now.recap }, toRead: { ...before.toRead, ...now.toRead } };
}

/**
 * What the call is about, in the visitor's words: what the request itself says, else the last question that a page answered, else the last one.
 * Numbers that nobody needs are left out, and personal data of the request, which have fields of their own.
 */
export function needIn(request: string, asked: readonly AskedQuestion[]): string | undefined {
  const said = introducesNeed.test(request) ? withoutPersonalData(request).trim() : '';
  if (said.split(/\s+/).length >= minNeedWords) return maskSensitiveNumbers(said);
  const question = asked.findLast(({ pageId }) => pageId !== undefined) ?? asked[asked.length - 1];
  return question && maskSensitiveNumbers(question.question);
}

function siteIn(text: string, findSite: FindSite): LeadRecap['site'] {
  const words = introducesPlace.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  for (let count = words.length; count > 0; count -= 1) {
    const place = words.slice(0, count).join(' ');
    const site = siteOf(findSite(place));
    const isName = /^[\p{Lu}\d]/u.test(place);
    if (site && (isName || (site.kind === 'inside' && place.length >= minSmallPlace))) return site;
  }
  return undefined;
}

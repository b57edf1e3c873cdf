import { detect } from 'tinyld';
import { tokenise } from './tokenise';

/** The languages the assistant speaks. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** Fewest words that a statistical detector can judge. */
const shortest = 3;

/** Short words that settle the matter where a statistical detector has too little text; words of both languages are left out. */
const marks: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    (
      'le la les des du un une et est ce cet cette ces qui que quoi quel quelle quels quelles ou comment combien pour pr dans ds sur avec sans ' +
      'je tu il elle nous vous ils elles mon ma mes notre nos votre vos leur leurs son sa ses ya cb koi ki kel bonjour bjr salut merci svp stp ' +
      'pas ne au aux par chez quand pourquoi faire fait etre avez avons sont suis jai cest aide aides oui non quelqu c j l d qu y en de'
    ).split(' '),
  ),
  en: new Set(
    (
      'the a an of and is are was were who whom whose what which where when why how many much do does did can could would should will ' +
      'i you he she we they my your our their his her its me us them it this that these those there for with without from to in into at by about ' +
      'any some anybody anyone somebody someone please hello hi hey thanks thank yes no not have has get got if or as be been'
    ).split(' '),
  ),
};

/** What a message's own words tell about its language. */
export interface LanguageGuess {
  readonly language: Language;
  /** False for a few words that both languages know or neither does ("budget ?", "recycling grant"): what they are about may then decide. */
  readonly sure: boolean;
}

/**
 * The language of one message.
 * @param fallback returned when the message tells nothing (a name, a number): the conversation's language so far
 */
export function detectLanguage(text: string, fallback: Language): LanguageGuess {
  // An address has no language, whatever its words look like.
  const words = tokenise(text.replace(/\S+@\S+/g, ' '));
  let french = 0;
  let english = 0;
  for (const word of words) {
    if (marks.fr.has(word)) french += 1;
    if (marks.en.has(word)) english += 1;
  }
  if (/[éèêëàâçôîûùœ]/i.test(text)) french += 2;
  if (french !== english)
    return { language: french > english ? 'fr' : 'en', sure: Math.max(french, english) > 1 };
  const found = words.length < shortest ? undefined : detect(words.join(' '), { only: [...languages] });
  return { language: found === 'fr' || found === 'en' ? found : fallback, sure: false };
}

/** The language of a locale such as `en-GB`; French for what we do not speak, and for none. */
export const languageOfLocale = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('en') ? 'en' : 'fr';

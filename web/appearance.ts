import type { Language } from './texts';

/** How Web Chat looks: it takes its colours from chat.css, so that light, dark and forced colours follow the page. */
export const styleOptions = {
  accent: 'var(--accent)',
  backgroundColor: 'var(--paper)',
  subtle: 'var(--soft)',
  primaryFont: 'inherit',
  rootHeight: '100%',
  rootWidth: '100%',
  paddingRegular: 12,
  bubbleBackground: 'var(--bot-bubble)',
  bubbleTextColor: 'var(--ink)',
  bubbleBorderColor: 'var(--line)',
  bubbleBorderRadius: 8,
  bubbleMaxWidth: 560,
  bubbleFromUserBackground: 'var(--user-bubble)',
  bubbleFromUserTextColor: 'var(--ink)',
  bubbleFromUserBorderColor: 'var(--user-bubble)',
  bubbleFromUserBorderRadius: 8,
  botAvatarInitials: undefined,
  userAvatarInitials: undefined,
  hideUploadButton: true,
  disableFileUpload: true,
  sendBoxBackground: 'var(--paper)',
  sendBoxTextColor: 'var(--ink)',
  sendBoxPlaceholderColor: 'var(--soft)',
  sendBoxBorderTop: '1px solid var(--line)',
  sendBoxButtonColor: 'var(--accent)',
  sendBoxButtonColorOnHover: 'var(--ink)',
  sendBoxTextWrap: true,
  // A long answer is read from its beginning, not from its end.
  autoScrollSnapOnPage: true,
  suggestedActionLayout: 'flow',
  // Three rows; more are scrolled to, so that they leave room for the answer on a phone.
  suggestedActionsFlowMaxHeight: 132,
  suggestedActionBackgroundColor: 'var(--paper)',
  suggestedActionTextColor: 'var(--accent)',
  suggestedActionBorderColor: 'var(--accent)',
  suggestedActionBorderRadius: 8,
  suggestedActionHeight: 'auto',
  suggestedActionsStackedLayoutButtonTextWrap: true,
  timestampColor: 'var(--soft)',
  transcriptOverlayButtonBackground: 'var(--ink)',
  transcriptOverlayButtonColor: 'var(--paper)',
};

const frenchGaps: Readonly<Record<string, string>> = {
  TEXT_INPUT_ATTACHMENTS_ONE: '1 pièce jointe',
  TEXT_INPUT_ATTACHMENTS_TWO: '$1 pièces jointes',
  TEXT_INPUT_ATTACHMENTS_FEW: '$1 pièces jointes',
  TEXT_INPUT_ATTACHMENTS_MANY: '$1 pièces jointes',
  TEXT_INPUT_ATTACHMENTS_OTHER: '$1 pièces jointes',
  TEXT_INPUT_DROP_ZONE: 'Déposer des fichiers',
  TEXT_INPUT_LENGTH_EXCEEDED_ALT: 'Message trop long',
  TEXT_INPUT_TELEPHONE_KEYPAD_BUTTON_ALT: 'Clavier téléphonique',
  TELEPHONE_KEYPAD_INPUT_MESSAGE: 'Un seul chiffre à la fois',
  TEXT_INPUT_PLACEHOLDER: 'Écrivez votre question',
};

/** Puts words where Web Chat's own French has none, and a friendlier prompt. */
export function localizedStrings(language: Language): (strings: Readonly<Record<string, string>>) => object {
  const own = language === 'fr' ? frenchGaps : { TEXT_INPUT_PLACEHOLDER: 'Write your question' };
  return (strings) => ({ ...strings, ...own });
}

/** The language as Web Chat and the bot name it. */
export function localeOf(language: Language): string {
  return language === 'fr' ? 'fr-FR' : 'en-US';
}

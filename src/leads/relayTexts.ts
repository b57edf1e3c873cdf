/** What the visitor reads of a live relay. */
export const relayTexts = {
  fr: {
    started: (who: string) =>
      `**${who}** vous répond maintenant en direct. Écrivez ici ; « terminer » rend la parole à l’assistant.`,
    said: (who: string, text: string) => `**${who}** : ${text}`,
    ended: (who: string) =>
      `L’échange en direct avec ${who} est terminé. L’assistant vous répond de nouveau.`,
    silent: (who: string) =>
      `Plus de message depuis dix minutes : l’échange en direct avec ${who} est terminé. L’assistant vous répond de nouveau.`,
  },
  en: {
    started: (who: string) =>
      `**${who}** now answers you in person. Write here; “end” gives the conversation back to the assistant.`,
    said: (who: string, text: string) => `**${who}**: ${text}`,
    ended: (who: string) => `The live conversation with ${who} has ended. The assistant answers you again.`,
    silent: (who: string) =>
      `No message for ten minutes: the live conversation with ${who} has ended. The assistant answers you again.`,
  },
} as const;

/** What the recipient reads of it, in French. */
export const relayTextsForRecipient = {
  started: (who: string) =>
    `Vous êtes en direct avec ${who} : écrivez ici, tout lui parvient. « terminer » met fin à l’échange.`,
  said: (who: string, text: string) => `${who} : ${text}`,
  ended: (who: string) => `L’échange en direct avec ${who} est terminé ; il est gardé avec la demande.`,
  silent: (who: string) =>
    `Plus de message depuis dix minutes : l’échange avec ${who} est terminé ; il est gardé avec la demande.`,
  gone: (who: string) => `${who} a quitté la page. Ce que vous écrivez l’y attendra.`,
  back: (who: string) => `${who} est de retour.`,
  away: 'Cette personne n’est plus sur le site : rien n’a été commencé. Ses coordonnées sont sur la fiche.',
  busy: 'Un échange en direct est déjà en cours, avec vous ou avec un collègue.',
  personalOnly: 'Un échange en direct se fait dans votre conversation personnelle avec l’assistant.',
  note: (part: number, of: number, lines: string) =>
    `Échange en direct${of > 1 ? ` (${part}/${of})` : ''}\n${lines}`,
} as const;

/** Every sentence of the pages of notices, in French. */
export const noticePageTexts = {
  confirm: {
    title: 'Être prévenu',
    ask: (scheme: string) => `Vous serez prévenu par e-mail des changements de « ${scheme} ».`,
    gets: 'Un message 30 jours puis 7 jours avant la clôture, à la clôture, à la réouverture, ou si les dates changent. Rien d’autre, et un clic suffit pour arrêter.',
    button: 'Confirmer',
    done: (scheme: string) => `C’est confirmé : vous serez prévenu pour « ${scheme} ».`,
  },
  stop: {
    title: 'Ne plus être prévenu',
    ask: (scheme: string) =>
      `Vous ne recevrez plus rien à propos de « ${scheme} », et votre adresse sera effacée.`,
    button: 'Arrêter',
    done: 'C’est arrêté. Votre adresse est effacée.',
  },
  thisScheme: 'cette aide',
  badLink:
    'Ce lien ne fonctionne plus, ou il a été coupé par la messagerie. Pour être prévenu, demandez-le de nouveau à l’assistant.',
  contactTitle: 'Nous joindre',
} as const;

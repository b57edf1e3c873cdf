/** What every page of the desk says. */
export const deskTexts = {
  name: 'Suivi',
  menu: 'Rubriques',
  skip: 'Aller au contenu',
  signOut: 'Se déconnecter',
  sections: {
    leads: { href: '/suivi', label: 'Demandes' },
    questions: { href: '/suivi/questions', label: 'Sans réponse' },
    pages: { href: '/suivi/pages', label: 'Pages' },
    figures: { href: '/suivi/chiffres', label: 'Chiffres' },
    accesses: { href: '/suivi/acces', label: 'Accès' },
  },
  forbidden: {
    title: 'Cette page n’est pas pour vous',
    explain:
      'Votre compte n’y donne pas droit, ou ce que vous cherchez n’existe pas. Demandez l’accès à la personne qui administre l’assistant.',
    back: 'Revenir au début',
  },
  expired:
    'Cette page était ouverte depuis trop longtemps : rien n’a été changé. Refaites le geste, s’il vous plaît.',
} as const;

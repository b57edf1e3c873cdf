/** Names that nobody bears: first words and second words of companies, of people, and what they ask for. */
export const inventedCompanies = {
  first: [
    'Ateliers',
    'Mécanique',
    'Plasturgie',
    'Chaudronnerie',
    'Verrerie',
    'Laboratoires',
    'Logistique',
    'Emballages',
  ],
  second: [
    'Exemple',
    'du Modèle',
    'Fictif & Fils',
    'de l’Essai',
    'Démonstration',
    'Imaginaire',
    'Inventé Frères',
    'du Patron',
  ],
} as const;

export const inventedPeople = {
  first: ['Camille', 'Dominique', 'Claude', 'Sacha', 'Alix', 'Maxime', 'Charlie', 'Lou'],
  last: ['Exemple', 'Modèle', 'Essai', 'Patron', 'Témoin', 'Fictif'],
} as const;

/** What companies need, in their words. */
export const inventedNeeds = [
  'Récupérer la chaleur de nos fours pour chauffer l’atelier',
  'Trouver un terrain de deux hectares près d’un quai',
  'Financer une nouvelle ligne de production',
  'Remplacer notre chaudière à gaz',
  'Recruter et former dix opérateurs',
  'Faire un audit énergétique',
  'Installer des panneaux solaires sur les toits de l’usine',
  'Numériser le suivi de nos machines',
] as const;

/** Questions that the pages do not answer, each in some wordings: what an editor finds to do. */
export const inventedGaps: readonly (readonly string[])[] = [
  [
    'Où faire réparer un chariot élévateur ?',
    'qui répare les chariots élévateurs dans le coin',
    'réparation chariot elevateur urgent',
    'Vous connaissez un réparateur de chariot élévateur ?',
  ],
  [
    'Y a-t-il une crèche d’entreprise près de la zone ?',
    'creche inter entreprise',
    'une crèche pour nos salariés ?',
  ],
  ['Peut-on livrer par drone sur le site ?', 'livraison drone autorisée ?'],
  ['Quel vétérinaire pour les chiens de garde de notre usine ?', 'veterinaire chien de garde'],
  ['Où louer une nacelle pour samedi ?', 'location nacelle', 'louer une nacelle à la journée'],
  ['Qui taille les haies de la zone d’activité ?', 'haies zone activité'],
];

/** What recipients write down. */
export const inventedNotes = [
  'Appelé ce matin : le dossier est prêt, rendez-vous la semaine prochaine.',
  'À rappeler après le comité de direction.',
  'Mis en relation avec le conseiller énergie.',
] as const;

export const redirectedTo = 'La chambre de commerce et d’industrie';

import type { TimetableStep } from '../aids/backwardTimetable';

/** Every sentence of the calendar of a scheme, in French. */
export const calendarTexts = {
  name: (scheme: string) => `Rétroplanning – ${scheme}`,
  file: 'retroplanning',
  steps: {
    quotes: {
      title: 'Demander les devis',
      advice:
        'Demandez les devis et les pièces longues à obtenir. Ne signez et ne commandez rien avant d’avoir vérifié ce que l’aide permet.',
    },
    decision: {
      title: 'Décider en interne',
      advice: 'Faites valider le projet et son plan de financement par votre direction.',
    },
    meeting: {
      title: 'Échanger avec l’opérateur',
      advice: 'Présentez le projet à l’opérateur avant de déposer, et faites confirmer les conditions.',
    },
    filing: {
      title: 'Déposer le dossier',
      advice: 'Déposez quelques jours avant la fin : il reste du temps pour une pièce manquante.',
    },
    closing: {
      title: 'Dernier jour pour déposer',
      advice: 'Date de clôture connue à ce jour. Vérifiez-la auprès de l’opérateur.',
    },
  } satisfies Record<TimetableStep, { title: string; advice: string }>,
  late: 'Le jour prévu est passé : à faire sans attendre.',
  indicative:
    'Étape indicative : elle n’est fixée par aucun opérateur. Seules les règles publiées par l’opérateur font foi.',
  operator: (name: string) => `Opérateur : ${name}.`,
  missing:
    'Il n’y a pas de rétroplanning pour cette aide : elle n’est pas ouverte, ou sa date de clôture n’est pas connue.',
} as const;

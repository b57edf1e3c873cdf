declare module '@socialgouv/jours-feries' {
  /** Public holidays of a year by name, each as midnight of the machine's own time zone. */
  export default function getJoursFeries(year: number): Record<string, Date>;
}

import type { Aid } from './page';

/** The dates of a scheme by what they mean, from the French keys of its page. */
export interface AidDates {
  /** ISO days. */
  readonly opensOn: string | undefined;
  readonly closesOn: string | undefined;
  readonly permanent: boolean;
  readonly suspended: boolean;
}

/** What a page says of when one may apply. */
export const aidDates = ({ ouverture, fermeture, permanent, suspendue }: Aid): AidDates => ({
  opensOn: ouverture,
  closesOn: fermeture,
  permanent,
  suspended: suspendue,
});

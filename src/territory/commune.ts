/** A commune. */
export interface Commune {
  /** INSEE code. */
  readonly code: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  /** Name of its intercommunality when that belongs to the programme. */
  readonly intercommunality?: string | undefined;
  /** Communes that were merged into it, and districts: people and registers still use these names. */
  readonly formerNames?: readonly string[] | undefined;
}

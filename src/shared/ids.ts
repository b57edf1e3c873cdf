import { randomBytes, randomUUID } from 'node:crypto';

/** Where identifiers come from; a parameter, so that tests can foresee them. */
export interface Ids {
  /** An unguessable identifier (UUID, version 4). */
  uuid(): string;
  /** A reference that people read aloud and copy by hand: `XXXX-XXXX` from an alphabet without look-alikes. */
  reference(): string;
}

/** No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: 23 characters that survive a phone line and a hand-written note. */
export const referenceAlphabet = '34679ACDEFGHJKMNPQRTWXY';

/** A reference as a visitor may type it: case, spaces and hyphens do not matter. */
export function normaliseReference(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}

/**
 * Identifiers from the system's random source. References carry 8 characters out of 23 (about 7.8e10 values); the
 * database refuses a second use, and whoever inserts then asks for another.
 */
export const systemIds: Ids = {
  uuid: () => randomUUID(),
  reference() {
    const letters: string[] = [];
    while (letters.length < 8) {
      for (const byte of randomBytes(16)) {
        // Bytes past the last whole multiple would make the first letters likelier.
        if (byte >= 256 - (256 % referenceAlphabet.length) || letters.length >= 8) continue;
        letters.push(referenceAlphabet[byte % referenceAlphabet.length] ?? '');
      }
    }
    return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
  },
};

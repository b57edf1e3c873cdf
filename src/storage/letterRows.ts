import type { ClaimedLetter, Letter, LetterContent } from '../notices/letter';
import type { LetterRow } from './noticeTables';

/** A new letter as a row, due at once. */
export const toLetterRow = (letter: Letter): LetterRow => ({
  id: letter.id,
  watch_id: letter.watchId ?? null,
  language: letter.language,
  recipient: JSON.stringify(letter.to),
  content: JSON.stringify(letter.content),
  state: 'due',
  attempts: 0,
  created_at: letter.createdAt.toISOString(),
  due_at: letter.createdAt.toISOString(),
  lease_until: null,
});

/** A row as the letter that this release wrote. */
export const toLetter = (row: LetterRow): ClaimedLetter => ({
  id: row.id,
  watchId: row.watch_id ?? undefined,
  language: row.language === 'en' ? 'en' : 'fr',
  to: JSON.parse(row.recipient) as Letter['to'],
  content: JSON.parse(row.content) as LetterContent,
  createdAt: new Date(row.created_at),
  attempts: row.attempts,
});

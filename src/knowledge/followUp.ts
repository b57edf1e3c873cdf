import { tokenise } from '../text/tokenise';
import type { Corpus } from './corpus';
import type { Hit, Ranking } from './passageIndex';
import { defaultTuning, type Tuning } from './tuning';

/** Words that lean on what was said before, folded, French and English. */
const leaning = new Set(
  'et puis sinon mais son sa ses leur leurs il elle ils elles lui ca cela y en celui celle du coup alors and his her its their him they it that what about so then also'.split(
    ' ',
  ),
);

/** Whether a question leans on the one before ("et pour la région ?", "son numéro ?") instead of standing by itself. */
export function isFollowUp(
  question: string,
  own: Ranking,
  lastPageId: string,
  tuning: Tuning = defaultTuning,
): boolean {
  const [best] = own.hits;
  if (best && best.score >= tuning.standsAlone && best.id !== `page:${lastPageId}`) return false;
  const words = tokenise(question);
  const telling = own.terms.filter((term) => !term.text.includes('_') && term.weight > tuning.tellingWeight);
  if (telling.length > tuning.maxTelling) return false;
  return words.length <= 3 || words.slice(0, 3).some((word) => leaning.has(word));
}

/** Ranks a continuation: by itself, together with the question before, and by nearness to the page that was shown. */
export function followUpHits(
  own: Ranking,
  joint: Ranking,
  lastPageId: string,
  corpus: Corpus,
  tuning: Tuning = defaultTuning,
): Ranking {
  const last = corpus.pages.get(lastPageId);
  const folder = lastPageId.split('/')[0] ?? '';
  const hits = new Map<string, Hit>();
  for (const hit of own.hits) hits.set(hit.id, { ...hit, score: hit.score * (1 - tuning.jointShare) });
  for (const hit of joint.hits) {
    const before = hits.get(hit.id);
    // Pages that fit only the earlier question would win back the subject that the visitor has left.
    if (before) hits.set(hit.id, { ...before, score: before.score + hit.score * tuning.jointShare });
  }
  const near = (id: string): boolean =>
    id.startsWith(`page:${folder}/`) || (last?.links.includes(id.slice('page:'.length)) ?? false);
  const ranked = [...hits.values()].map((hit) => {
    if (hit.id === `page:${lastPageId}`) return { ...hit, score: hit.score * tuning.sameShare };
    return near(hit.id) && hit.coverage >= tuning.minNearCoverage
      ? { ...hit, score: hit.score + tuning.nearBonus }
      : hit;
  });
  return { terms: own.terms, hits: ranked.sort((a, b) => b.score - a.score) };
}

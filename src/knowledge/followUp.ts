import { tokenise } from '../text/tokenise';
import type { Corpus } from './corpus';
import type { Hit, Ranking } from './passageIndex';

/** Words that lean on what was said before, folded, French and English. */
const leaning = new Set(
  'et puis sinon mais son sa ses leur leurs il elle ils elles lui ca cela y en celui celle du coup alors and his her its their him they it that what about so then also'.split(' '),
);
/** Telling terms (weight above `tellingWeight`) up to which a leaning question is read as a continuation. */
const maxTelling = 7;
const tellingWeight = 1.8;
/** A question that fits a page this well by itself needs no context. */
const standsAlone = 0.62;
/** Share of the question taken together with the one before; the rest is the question by itself. Swept by `npm run tune`. */
const jointShare = 0.35;
/** Added to pages of the same folder or linked with the last one, while the last page itself counts less: a continuation asks for something else. */
const nearBonus = 0.08;
/** Only pages that know at least this share of the question gain by being near: words that nobody knows continue nothing. */
const minNearCoverage = 0.35;
const sameShare = 0.7;

/** Whether a question leans on the one before ("et pour la région ?", "son numéro ?") instead of standing by itself. */
export function isFollowUp(question: string, own: Ranking, lastPageId: string): boolean {
  const [best] = own.hits;
  if (best && best.score >= standsAlone && best.id !== `page:${lastPageId}`) return false;
  const words = tokenise(question);
  const telling = own.terms.filter((term) => !term.text.includes('_') && term.weight > tellingWeight);
  if (telling.length > maxTelling) return false;
  return words.length <= 3 || words.slice(0, 3).some((word) => leaning.has(word));
}

/** Ranks a continuation: by itself, together with the question before, and by nearness to the page that was shown. */
export function followUpHits(own: Ranking, joint: Ranking, lastPageId: string, corpus: Corpus): Ranking {
  const last = corpus.pages.get(lastPageId);
  const folder = lastPageId.split('/')[0] ?? '';
  const hits = new Map<string, Hit>();
  for (const hit of own.hits) hits.set(hit.id, { ...hit, score: hit.score * (1 - jointShare) });
  for (const hit of joint.hits) {
    const before = hits.get(hit.id);
    // Pages that fit only the earlier question would win back the subject that the visitor has left.
    if (before) hits.set(hit.id, { ...before, score: before.score + hit.score * jointShare });
  }
  const near = (id: string): boolean =>
    id.startsWith(`page:${folder}/`) || (last?.links.includes(id.slice('page:'.length)) ?? false);
  const ranked = [...hits.values()].map((hit) => {
    if (hit.id === `page:${lastPageId}`) return { ...hit, score: hit.score * sameShare };
    return near(hit.id) && hit.coverage >= minNearCoverage ? { ...hit, score: hit.score + nearBonus } : hit;
  });
  return { terms: own.terms, hits: ranked.sort((a, b) => b.score - a.score) };
}

import type { AnswerOutcome } from '../knowledge/answerOutcome';

/** How a question was understood, for editors: terms with their weights, the best passages, and the decision. */
export function explain(outcome: AnswerOutcome, language: string): string {
  const { terms: all, hits } = outcome.ranking;
  const terms = all
    .filter((term) => !term.text.includes('_'))
    .map((term) => `${term.text}${term.known ? '' : '?'} ${term.weight.toFixed(1)}`);
  const rows = hits
    .slice(0, 6)
    .map(
      (hit) =>
        `  ${hit.score.toFixed(2)}  coverage ${hit.coverage.toFixed(2)}  nearest ${hit.nearest.toFixed(2)}  ${hit.id} (${hit.language})`,
    );
  const [best, second] = hits;
  const margin = best && second ? (second.score / best.score).toFixed(2) : '-';
  return [
    `language  ${language}`,
    `terms     ${terms.join(', ')}`,
    `hits      (score, 0 to 1)`,
    ...rows,
    `margin    second / first = ${margin}`,
    `decision  ${outcome.kind}${'page' in outcome ? ` ${outcome.page.id}` : ''}${'intent' in outcome ? ` ${outcome.intent}` : ''}`,
  ].join('\n');
}

import { fold } from '../../text/normalise';

/** The option that a reply names: its number in the list ("2", "la 2"), its title, or words that stand in one title only. */
export function chosenOption<T>(
  typed: string,
  options: readonly T[],
  titleOf: (option: T) => string,
): T | undefined {
  const number = /^(?:la |le |n° ?|numero |number )?(\d)[.)]?$/.exec(fold(typed.trim()))?.[1];
  if (number !== undefined) return options[Number(number) - 1];
  const said = fold(typed.trim());
  const exact = options.find((option) => fold(titleOf(option)) === said);
  if (exact !== undefined || said.length < 3) return exact;
  const holding = options.filter((option) => fold(titleOf(option)).includes(said));
  return holding.length === 1 ? holding[0] : undefined;
}

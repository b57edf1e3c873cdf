/** What waits in one waiting room, and what was given up there. */
interface Waiting {
  readonly waiting: number;
  readonly dead: number;
  readonly oldestUndeliveredSeconds: number | undefined;
}

/** Several waiting rooms as one, for the readiness page: an operator looks at what waits and what was given up, wherever it is. */
export function together(
  ...rooms: readonly Waiting[]
): Omit<Waiting, 'oldestUndeliveredSeconds'> & { readonly oldestUndeliveredSeconds: number | null } {
  const sum = (of: (room: Waiting) => number): number => rooms.reduce((total, room) => total + of(room), 0);
  const ages = rooms.flatMap(({ oldestUndeliveredSeconds }) => oldestUndeliveredSeconds ?? []);
  return {
    oldestUndeliveredSeconds: ages.length > 0 ? Math.max(...ages) : null,
    waiting: sum(({ waiting }) => waiting),
    dead: sum(({ dead }) => dead),
  };
}

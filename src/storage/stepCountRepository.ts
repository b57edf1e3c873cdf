import type { Kysely } from 'kysely';
import type { StepCounts } from '../figures/countSteps';
import type { Database } from './schema';

/** Counts of steps in the database. */
export function createStepCountRepository(db: Kysely<Database>): StepCounts {
  return {
    async add(day, steps, language) {
      const rows = steps.map(({ flow, step }) => ({ day, flow, step, language, count: 1 }));
      await db
        .insertInto('step_counts')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'flow', 'step', 'language'])
            .doUpdateSet((eb) => ({ count: eb('step_counts.count', '+', 1) })),
        )
        .execute();
    },
  };
}

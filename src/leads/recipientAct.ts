import { z } from 'zod/v4';
import { leadOutcomes } from './leadFile';
import type { LeadAct } from './leadLinks';

const note = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

const recipientAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('take') }),
  z.object({ kind: z.literal('undo') }),
  z.object({ kind: z.literal('decline'), note }),
  z.object({ kind: z.literal('reopen'), note }),
  z.object({ kind: z.literal('handOver'), to: z.string().min(1), note }),
  z.object({ kind: z.literal('close'), outcome: z.enum(leadOutcomes), note }),
  z.object({ kind: z.literal('note'), note: z.string().trim().min(1) }),
]);

/** What a recipient may ask to be done with a lead. */
export type AskedAct = z.infer<typeof recipientAct>;

/** The act in what a form or a card sent; undefined: none, or an answer is missing. */
export const readRecipientAct = (sent: unknown): AskedAct | undefined =>
  recipientAct.safeParse(sent).data satisfies LeadAct | undefined;

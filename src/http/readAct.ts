import { z } from 'zod/v4';
import { leadOutcomes } from '../leads/leadFile';
import type { LeadAct } from '../leads/leadLinks';

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

const companyAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('withdraw') }),
  z.object({ kind: z.literal('rate'), rating: z.coerce.number().int().min(1).max(5), note }),
]);

type Form = ReadonlyMap<string, string>;

/** The act that a recipient's form asks for; undefined: none, or an answer is missing. */
export const readRecipientAct = (form: Form): z.infer<typeof recipientAct> | undefined =>
  recipientAct.safeParse({
    kind: form.get('action'),
    to: form.get('to'),
    outcome: form.get('outcome'),
    note: form.get('note'),
  }).data satisfies LeadAct | undefined;

/** The act that a company's form asks for; undefined: none, or an answer is missing. */
export const readCompanyAct = (form: Form): z.infer<typeof companyAct> | undefined =>
  companyAct.safeParse({ kind: form.get('action'), rating: form.get('avis'), note: form.get('note') })
    .data satisfies LeadAct | undefined;

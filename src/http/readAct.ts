import { z } from 'zod/v4';
import type { LeadAct } from '../leads/leadLinks';
import { readRecipientAct, type AskedAct } from '../leads/recipientAct';

const note = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

const companyAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('withdraw') }),
  z.object({ kind: z.literal('rate'), rating: z.coerce.number().int().min(1).max(5), note }),
]);

type Form = ReadonlyMap<string, string>;

/** The act that a recipient's form asks for; undefined: none, or an answer is missing. */
export const readRecipientForm = (form: Form): AskedAct | undefined =>
  readRecipientAct({
    kind: form.get('action'),
    to: form.get('to'),
    outcome: form.get('outcome'),
    note: form.get('note'),
  });

/** The act that a company's form asks for; undefined: none, or an answer is missing. */
export const readCompanyAct = (form: Form): z.infer<typeof companyAct> | undefined =>
  companyAct.safeParse({ kind: form.get('action'), rating: form.get('avis'), note: form.get('note') })
    .data satisfies LeadAct | undefined;

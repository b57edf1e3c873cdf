import { z } from 'zod/v4';
import { adaptiveCard } from '../shared/adaptiveCard';
import { phoneForPeople } from '../leads/phoneForPeople';
import type { AskContext } from './formTexts';
import type { LeadFormState } from './leadForm';
import { filledFields, maxLong, maxShort, type FilledField, type LeadRecap } from './leadFields/leadField';
import { leadFieldTable } from './leadFields/leadFieldTable';
import type { Texts } from './texts';

/** What is wrong with an answer in the card, by field. */
export type CardFaults = Readonly<Partial<Record<FilledField | 'consent', string>>>;

/** What the card sends back. */
const submitted = z.object({
  verb: z.literal('leadForm'),
  submissionId: z.string(),
  consent: z.string().default('false'),
  ...(Object.fromEntries(filledFields.map((name) => [name, z.string().default('')])) as Record<
    FilledField,
    z.ZodDefault<z.ZodString>
  >),
});
export type CardValues = z.infer<typeof submitted>;

/** The card's answers in what a channel sent; undefined when it is anything else. */
export function readCardValues(value: unknown): CardValues | undefined {
  const read = submitted.safeParse(value);
  return read.success ? read.data : undefined;
}

/**
 * The whole form as one Adaptive Card (1.5), filled with what is known.
 * @param typed what the visitor sent, when the card comes back with faults
 */
export function leadFormCard(
  form: LeadFormState,
  about: Omit<AskContext, 'recap'> & { readonly texts: Texts },
  faults: CardFaults = {},
  typed?: CardValues,
): object {
  const { card, needed } = about.texts.form;
  const known = typed ?? { ...shown(form), consent: 'false' };
  const fault = (name: FilledField | 'consent'): object[] => {
    const text = faults[name];
    return text ? [{ type: 'TextBlock', text, wrap: true, color: 'attention', spacing: 'small' }] : [];
  };
  return adaptiveCard(
    [
      { type: 'TextBlock', text: card.title, weight: 'bolder', size: 'medium', wrap: true, style: 'heading' },
      ...filledFields.flatMap((name) => [
        {
          type: 'Input.Text',
          id: name,
          label: card.labels[name],
          value: known[name],
          maxLength: name === 'need' || name === 'message' ? maxLong : maxShort,
          isMultiline: name === 'message',
          ...(leadFieldTable[name].optional ? {} : { isRequired: true, errorMessage: needed }),
        },
        ...fault(name),
      ]),
      {
        type: 'Input.Toggle',
        id: 'consent',
        title: card.consent({ ...about, recap: form.recap }),
        value: known.consent,
        wrap: true,
        isRequired: true,
        errorMessage: card.consentMissing,
      },
      ...fault('consent'),
    ],
    [
      {
        type: 'Action.Submit',
        title: card.submit,
        data: { verb: 'leadForm', submissionId: form.submissionId },
      },
    ],
  );
}

/** What is known, as a visitor would type it. */
function shown({ recap, toRead }: LeadFormState): Record<FilledField, string> {
  const known: LeadRecap = recap;
  const contact = [known.email, known.phone && phoneForPeople(known.phone)].filter(Boolean).join(', ');
  return {
    need: known.need ?? '',
    company: known.companyFacts?.siren ?? known.company ?? toRead.company ?? '',
    site: known.site?.place ?? '',
    name: known.name ?? '',
    contact,
    preference: known.preferredTime ?? '',
    message: known.message ?? '',
  };
}

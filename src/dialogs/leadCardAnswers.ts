import { next, type LeadFormState, type ToRead } from './leadForm';
import { readField, readWaiting, type ReadingDeps, type Taken } from './leadAnswer';
import { filledFields, type FilledField, type LeadRecap } from './leadFields/leadField';
import { leadFieldTable } from './leadFields/leadFieldTable';
import type { CardFaults, CardValues } from './leadFormCard';

/** What a submitted card gave: the form, with what must be asked back in steps; or its faults, field by field. */
export type CardTaken =
  Extract<Taken, { readonly kind: 'next' }> | { readonly kind: 'faults'; readonly faults: CardFaults };

/** Reads a submitted card by the same fields as the steps. */
export async function takeCard(
  form: LeadFormState,
  values: CardValues,
  deps: ReadingDeps,
  now: Date,
): Promise<CardTaken> {
  const { texts } = deps;
  const faults: Partial<Record<FilledField | 'consent', string>> = {};
  if (values.consent !== 'true') faults.consent = texts.form.card.consentMissing;

  // The card shows all that is known: what it sends back empty has been taken away.
  let recap: LeadRecap = {};
  let toRead: ToRead = {};
  const passed: FilledField[] = [];
  const remarks: string[] = [];
  for (const name of filledFields) {
    const typed = values[name].trim();
    const field = leadFieldTable[name];
    if (typed === '') {
      if (field.optional) passed.push(name);
      else faults[name] = texts.form.needed;
      continue;
    }
    // A place that no list knows is taken in the card at once: the visitor saw and sent it.
    const context = { ...deps, recap, attempts: Number.MAX_SAFE_INTEGER };
    // Nothing is looked up in the registry before the visitor has agreed.
    const reading = faults.consent ? undefined : await readField(field, typed, context);
    if (reading?.kind === 'given') {
      recap = { ...recap, ...reading.values };
      if (reading.remark) remarks.push(reading.remark);
    } else if (reading?.kind === 'askBack') toRead = { ...toRead, [name]: typed };
    else if (reading?.kind === 'invalid') faults[name] = reading.because ?? texts.form.invalid[name];
  }
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults };

  const agreed = { ...form, recap, passed, toRead, consentAt: now.toISOString() };
  const taken = await readWaiting(next({ ...agreed, step: 'consent', mode: 'filling' }, {}), remarks, deps);
  return taken.kind === 'next' ? taken : { kind: 'next', form: agreed, remarks };
}

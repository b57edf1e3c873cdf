import { escapeHtml } from './html';

/** A choice among few. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/**
 * A form that sends what it asks, and the hidden fields, to an address of this service by POST.
 * @param fields HTML of what it asks
 */
export function formHtml(form: {
  readonly to: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields?: string;
  readonly button: string;
  /** Not the act that the page is about. */
  readonly quiet?: boolean;
}): string {
  const hidden = Object.entries(form.hidden).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="${escapeHtml(form.to)}">${hidden.join('')}${form.fields ?? ''}
<button type="submit"${form.quiet ? ' class="quiet"' : ''}>${escapeHtml(form.button)}</button></form>`;
}

/** A field of one line. */
export function lineHtml(field: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly required?: boolean;
  readonly autocomplete?: string;
  readonly maxLength: number;
}): string {
  const value = field.value === undefined ? '' : ` value="${escapeHtml(field.value)}"`;
  return `<p class="field"><label for="${field.id}">${escapeHtml(field.label)}</label>
<input type="text" id="${field.id}" name="${field.name}"${value} maxlength="${field.maxLength}" autocomplete="${field.autocomplete ?? 'off'}"${field.required ? ' required' : ''}></p>`;
}

/** A field of several lines. */
export function noteHtml(field: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly required?: boolean;
  readonly maxLength: number;
}): string {
  return `<p class="field"><label for="${field.id}">${escapeHtml(field.label)}</label>
<textarea id="${field.id}" name="${field.name}" rows="3" maxlength="${field.maxLength}"${field.required ? ' required' : ''}>${escapeHtml(field.value ?? '')}</textarea></p>`;
}

/** One choice, by radio buttons; one must be chosen. */
export function radiosHtml(field: {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen?: string | undefined;
}): string {
  const radios = field.choices.map(
    ({ value, label }) =>
      `<label><input type="radio" name="${field.name}" value="${escapeHtml(value)}" required${value === field.chosen ? ' checked' : ''}>${escapeHtml(label)}</label>`,
  );
  return `<fieldset><legend>${escapeHtml(field.legend)}</legend>${radios.join('\n')}</fieldset>`;
}

/** One choice from a list that may be long. */
export function selectHtml(field: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen?: string | undefined;
}): string {
  const options = field.choices.map(
    ({ value, label }) =>
      `<option value="${escapeHtml(value)}"${value === field.chosen ? ' selected' : ''}>${escapeHtml(label)}</option>`,
  );
  return `<p class="field"><label for="${field.id}">${escapeHtml(field.label)}</label>
<select id="${field.id}" name="${field.name}" required>${options.join('')}</select></p>`;
}

import type { DraftFault } from '../../knowledge/checkDraft';

/** A field of a form with its label, a hint and what is wrong with it. */
export function Field(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** Name of the fault's field; the field's own by default. */
  readonly faultOf?: string;
  readonly faults?: readonly DraftFault[];
  readonly rows?: number;
  readonly type?: 'text' | 'date' | 'url';
  readonly lang?: string;
  readonly required?: boolean;
}) {
  const { name, label, hint, value, rows, type = 'text', lang, required } = props;
  const id = `champ-${name}`;
  const wrong = (props.faults ?? []).filter(({ field }) => field === (props.faultOf ?? name));
  const described = wrong.length > 0 ? `${id}-faute` : undefined;
  const common = {
    id,
    name,
    lang,
    required,
    'aria-invalid': wrong.length > 0 ? ('true' as const) : undefined,
    'aria-describedby': described,
  };
  return (
    <div class="field">
      <label for={id}>
        {label} {hint === undefined ? undefined : <span class="hint">{hint}</span>}
      </label>
      {rows === undefined ? (
        <Line type={type} value={value} common={common} />
      ) : (
        <textarea rows={rows} {...common}>
          {value}
        </textarea>
      )}
      {wrong.length === 0 ? undefined : (
        <p class="error" id={described}>
          {wrong.map(({ message }) => message).join(' · ')}
        </p>
      )}
    </div>
  );
}

/** An input of one line; its type has to be written out for each. */
function Line({
  type,
  value,
  common,
}: {
  readonly type: 'text' | 'date' | 'url';
  readonly value: string;
  readonly common: Readonly<Record<string, unknown>>;
}) {
  switch (type) {
    case 'date':
      return <input type="date" value={value} {...common} />;
    case 'url':
      return <input type="url" value={value} autocomplete="off" {...common} />;
    case 'text':
      return <input type="text" value={value} autocomplete="off" {...common} />;
  }
}

/** One choice of few. */
export function Choice<T extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [T, string])[];
}) {
  const id = `champ-${props.name}`;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} name={props.name}>
        {props.choices.map(([value, label]) => (
          <option key={value} value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

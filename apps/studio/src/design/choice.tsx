interface Props<Value extends string> {
  readonly label: string;
  /** The label stands before it; left out where the options say what it is about. */
  readonly isNamed?: true;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly onChange: (value: Value) => void;
}

/** A small choice. Its label is always there for those who do not see the page. */
export function Choice<Value extends string>({ label, isNamed, value, options, onChange }: Props<Value>) {
  return (
    <label class={isNamed ? 'picker' : undefined}>
      <span class={isNamed ? undefined : 'hidden'}>{label}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => onChange(options.find(([each]) => each === currentTarget.value)?.[0] ?? value)}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

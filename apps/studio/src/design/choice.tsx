interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly onChange: (value: Value) => void;
}

/** A small choice whose options say what it is about; its label is for those who do not see it. */
export function Choice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <label>
      <span class="hidden">{label}</span>
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

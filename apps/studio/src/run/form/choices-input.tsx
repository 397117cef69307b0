import type { FieldControl } from '../../design/field.js';
import type { Json } from '../config/json.js';

interface ChoicesInputProps {
  readonly control: FieldControl;
  readonly options: readonly string[];
  readonly titles: ReadonlyMap<string, string>;
  readonly value: Json | undefined;
  readonly onValue: (value: Json | undefined) => void;
}

/** Some words of a list: those chosen can be taken out, the others put in. */
export function ChoicesInput({ control, options, titles, value, onValue }: ChoicesInputProps) {
  const chosen = Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
  const nameOf = (option: string): string => titles.get(option) ?? option.replaceAll('_', ' ');
  const add = (option: string): void => onValue([...chosen, option]);
  const remove = (option: string): void => {
    const rest = chosen.filter((each) => each !== option);
    onValue(rest.length === 0 ? undefined : rest);
  };
  return (
    <div class="choices">
      {chosen.map((option) => (
        <button key={option} type="button" class="chip" aria-label={`Leave ${nameOf(option)} out`} onClick={() => remove(option)}>
          {nameOf(option)} <span aria-hidden="true">×</span>
        </button>
      ))}
      <select {...control} value="" onChange={(event) => add(event.currentTarget.value)}>
        <option value="">Add …</option>
        {options
          .filter((option) => !chosen.includes(option))
          .map((option) => (
            <option key={option} value={option}>
              {nameOf(option)}
            </option>
          ))}
      </select>
    </div>
  );
}

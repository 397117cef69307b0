import { paramText } from '@projecta/report';
import { counted } from '../../design/number-words.js';
import type { FieldControl } from '../../design/field.js';
import { Field } from '../../design/field.js';
import type { Json } from '../../run/config/json.js';
import { valueAt } from '../../run/config/pointer.js';
import { useDesk, useErrorAt } from '../../run/desk/desk-context.js';
import { ChoicesInput } from '../../run/form/choices-input.js';
import { useTyped } from '../../run/form/use-typed.js';
import type { AxisChoice } from './axis-choices.js';
import { axisTyped } from './typed-axis.js';

interface Props {
  /** Where the values stand in the sweep. */
  readonly pointer: string;
  readonly choice: AxisChoice;
  /** What they are once a range is written out. */
  readonly known?: readonly (number | string | boolean)[] | undefined;
}

/** The values of an axis: words and flags to choose from, else a range or a list as it is typed. */
export function ValuesField({ pointer, choice, known }: Props) {
  const { draft, set } = useDesk();
  const error = useErrorAt(pointer);
  const value = valueAt(draft, pointer);
  const options = optionsOf(choice);
  const put = (next: Json | undefined): void => set(pointer, next ?? []);
  return (
    <Field
      label="Values"
      unit={options ? undefined : 'from:to:step, or a list with commas'}
      help={known ? inWords(known) : UNKNOWN}
      error={error}
    >
      {(control) =>
        options ? (
          <ChoicesInput
            control={control}
            options={options}
            titles={NO_TITLES}
            value={Array.isArray(value) ? (value as readonly Json[]).map(String) : []}
            onValue={(next) => put(next === undefined ? [] : meant(choice, next))}
          />
        ) : (
          <TypedValues control={control} value={value} onValue={put} />
        )
      }
    </Field>
  );
}

function TypedValues({
  control,
  value,
  onValue,
}: {
  readonly control: FieldControl;
  readonly value: Json | undefined;
  readonly onValue: (value: Json | undefined) => void;
}) {
  const typed = useTyped(value, axisTyped, onValue);
  return <input {...control} {...typed} type="text" autocomplete="off" placeholder="such as 5:50:5 or 5, 10, 20" />;
}

const NO_TITLES: ReadonlyMap<string, string> = new Map();

function optionsOf({ field: { shape } }: AxisChoice): readonly string[] | undefined {
  if (shape.kind === 'flag') return ['false', 'true'];
  return shape.kind === 'choice' ? shape.options : undefined;
}

function meant({ field }: AxisChoice, words: Json): Json {
  return field.shape.kind === 'flag' && Array.isArray(words) ? (words as readonly Json[]).map((word) => word === 'true') : words;
}

/** Holds the place of the words, so that nothing moves when they come. */
const UNKNOWN = '\u00a0';

const MOST_SHOWN = 7;

function inWords(values: readonly (number | string | boolean)[]): string {
  const texts = values.map(paramText);
  const shown = texts.length <= MOST_SHOWN ? texts.join(', ') : `${texts.slice(0, 4).join(', ')}, … ${texts.at(-1)}`;
  return `${counted(values.length, 'value')}: ${shown}`;
}

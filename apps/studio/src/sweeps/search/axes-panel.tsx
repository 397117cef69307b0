import type { NormalizedSweep } from '@projecta/client';
import { useState } from 'preact/hooks';
import { Button } from '../../design/button.js';
import { Field } from '../../design/field.js';
import type { JsonObject } from '../../run/config/json.js';
import { useDesk, useErrorAt } from '../../run/desk/desk-context.js';
import { Panel } from '../../run/panels/panel.js';
import { axisChoices, type AxisChoice, type ChoiceGroup, freeChoice, wholePath } from './axis-choices.js';
import { AxisRow } from './axis-row.js';
import { axisKeys, baseOf, keyOf, withAxis } from './search-draft.js';

/** What most sweeps vary: parameters of the strategy and of the risk model. All else is added by its name or path. */
const OFTEN = /^(strategy|risk)\.params\./;

/** Which parameters vary, and over what. */
export function AxesPanel({ normal }: { readonly normal: NormalizedSweep | undefined }) {
  const { draft, forms } = useDesk();
  const base = baseOf(draft);
  const groups = axisChoices(base, forms);
  const known = groups.flatMap(({ choices }) => choices);
  const often = groups.map(({ title, choices }) => ({ title, choices: choices.filter(({ path }) => OFTEN.test(path)) }));
  const added = axisKeys(draft)
    .map(wholePath)
    .filter((path) => !OFTEN.test(path) || !known.some((choice) => choice.path === path))
    .map((path) => known.find((choice) => choice.path === path) ?? freeChoice(path, base));
  const rest = groups
    .map(({ title, choices }) => ({ title, choices: choices.filter(({ path }) => !OFTEN.test(path) && keyOf(draft, path) === undefined) }))
    .filter(({ choices }) => choices.length > 0);
  return (
    <Panel title="What varies">
      {often.map((group) => (
        <AxisGroup key={group.title} group={group} normal={normal} />
      ))}
      <AxisGroup group={{ title: 'Besides', choices: added }} normal={normal} />
      <AxisAdder groups={rest} base={base} />
    </Panel>
  );
}

function AxisGroup({ group: { title, choices }, normal }: { readonly group: ChoiceGroup; readonly normal: NormalizedSweep | undefined }) {
  if (choices.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {choices.map((choice) => (
        <AxisRow key={choice.path} choice={choice} normal={normal} />
      ))}
    </section>
  );
}

/** Any other value of the config: one the catalogue knows, or one by its path. */
function AxisAdder({ groups, base }: { readonly groups: readonly ChoiceGroup[]; readonly base: JsonObject }) {
  const { draft, set } = useDesk();
  const [path, setPath] = useState('');
  const missing = useErrorAt('/grid') ?? useErrorAt('/random');
  const add = (choice: AxisChoice | undefined): void => {
    if (choice) set('', withAxis(draft, choice));
    setPath('');
  };
  const choices = groups.flatMap((group) => group.choices);
  const byPath = (): AxisChoice | undefined => {
    const whole = wholePath(path.trim());
    return path.trim() === '' || keyOf(draft, whole) !== undefined
      ? undefined
      : (choices.find((choice) => choice.path === whole) ?? freeChoice(whole, base));
  };
  return (
    <div class="axis-adder">
      <Field label="Another parameter" error={axisKeys(draft).length === 0 ? missing : undefined}>
        {(control) => (
          <select
            {...control}
            value=""
            onChange={({ currentTarget }) => add(choices.find((choice) => choice.path === currentTarget.value))}
          >
            <option value="">Choose …</option>
            {groups.map(({ title, choices: of }) => (
              <optgroup key={title} label={title}>
                {of.map((choice) => (
                  <option key={choice.path} value={choice.path}>
                    {choice.field.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <form
        class="axis-by-path"
        onSubmit={(event) => {
          event.preventDefault();
          add(byPath());
        }}
      >
        <Field label="Or by its path">
          {(control) => (
            <input
              {...control}
              value={path}
              onInput={(event) => setPath(event.currentTarget.value)}
              autocomplete="off"
              spellcheck={false}
              placeholder="risk.rebalance.band"
            />
          )}
        </Field>
        <Button type="submit" disabled={byPath() === undefined}>
          Add
        </Button>
      </form>
    </div>
  );
}

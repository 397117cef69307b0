import { valueAt } from '../../run/config/pointer.js';
import { useDesk } from '../../run/desk/desk-context.js';
import type { FieldSpec } from '../../run/form/field-spec.js';
import { FieldGroup } from '../../run/form/field-group.js';
import { PointerField } from '../../run/form/pointer-field.js';
import { Panel } from '../../run/panels/panel.js';
import { axisChoices } from './axis-choices.js';
import { baseOf, changedTo, type How, howOf } from './search-draft.js';

const WAYS: readonly (readonly [how: How, name: string, about: string])[] = [
  ['grid', 'All combinations', 'Every value with every other: gives a map without holes.'],
  ['random', 'Random draws', 'So many combinations drawn evenly: reaches far with many parameters.'],
];

const TRIALS: FieldSpec = {
  ...{ name: 'trials', label: 'Draws', help: 'How many combinations are drawn; the seed of the base decides which.', unit: undefined },
  ...{ fallback: undefined, isRequired: true, shape: { kind: 'number', isWhole: true, min: 1 } },
};

/** How combinations are found, by which metric the best is chosen, and whether the search is judged. */
export function HowPanel({ objective }: { readonly objective: FieldSpec | undefined }) {
  const { draft, forms, set } = useDesk();
  const how = howOf(draft);
  const overfitting = forms.validation_method.find(({ name }) => name === 'overfitting');
  const isJudged = valueAt(draft, '/overfitting') !== undefined;
  const choose = (next: How): void => {
    const choices = axisChoices(baseOf(draft), forms).flatMap((group) => group.choices);
    set('', changedTo(draft, next, choices));
  };
  return (
    <Panel title="The search">
      <fieldset class="search-ways">
        <legend class="hidden">Which combinations</legend>
        {WAYS.map(([id, name, about]) => (
          <label key={id} class="search-way">
            <input type="radio" name="how" checked={how === id} onChange={() => choose(id)} />
            <span>
              {name} <span class="help">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {how === 'random' && <PointerField of="/random" field={TRIALS} />}
      {objective && <PointerField of="" field={objective} />}
      <section class="method">
        <label class="flag">
          <input
            type="checkbox"
            role="switch"
            checked={isJudged}
            aria-describedby="judged-help"
            onChange={(event) => set('/overfitting', event.currentTarget.checked ? {} : undefined)}
          />
          Judge the search for overfitting
        </label>
        <p class="help" id="judged-help">
          {overfitting?.description} Without it nothing says whether the best is more than the best of many tries.
        </p>
        {isJudged && overfitting && <FieldGroup of="/overfitting" fields={overfitting.fields} />}
      </section>
    </Panel>
  );
}

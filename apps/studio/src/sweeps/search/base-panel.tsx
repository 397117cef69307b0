import { paramList } from '@projecta/report';
import { Fragment } from 'preact';
import { useClient } from '../../api/client-context.js';
import { useAnswer } from '../../api/use-answer.js';
import { runLink } from '../../run/config/config-link.js';
import { isObject, type Json, type JsonObject } from '../../run/config/json.js';
import { valueAt } from '../../run/config/pointer.js';
import { useDesk } from '../../run/desk/desk-context.js';
import { textOf } from '../../run/form/typed-value.js';
import { baseOf, firstSearch } from './search-draft.js';

/** What all trials have in common, and where it is changed. */
export function BasePanel() {
  const { draft, forms, set } = useDesk();
  const client = useClient();
  const presets = useAnswer('presets', () => client.presets.list({ limit: 100 })).value?.items ?? [];
  const base = baseOf(draft);
  const choose = (preset_id: string): void => {
    const preset = presets.find((each) => each.preset_id === preset_id);
    if (preset) set('', firstSearch(preset.config as unknown as JsonObject, forms));
  };
  return (
    <section class="panel stack search-base" aria-labelledby="base-title">
      <h2 id="base-title">Around this config</h2>
      <dl class="facts">
        {factsOf(base).map(([name, text]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      <div class="row">
        <a class="button" href={runLink(base)}>
          Change it
        </a>
        {presets.length > 0 && (
          <label>
            <span class="hidden">Take a preset</span>
            <select value="" onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">Take a preset …</option>
              {presets.map(({ preset_id, name }) => (
                <option key={preset_id} value={preset_id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </section>
  );
}

function factsOf(base: JsonObject): readonly (readonly [string, string])[] {
  const at = (pointer: string): Json | undefined => valueAt(base, pointer);
  const plugin = (name: string, params: Json | undefined): string => [name, isObject(params) ? paramList(params) : ''].join(' ');
  const costs = ['fee_bps', 'slippage_bps'].flatMap((name) =>
    at(`/execution/${name}`) === undefined ? [] : [`${name.replace('_', ' ')} ${textOf(at(`/execution/${name}`))}`],
  );
  return [
    ['Candles', `${textOf(at('/symbol'))} ${textOf(at('/timeframe'))}, ${dayOf(at('/start'))} to ${dayOf(at('/end'))}`],
    ['Strategy', plugin(textOf(at('/strategy/name')), at('/strategy/params'))],
    ['Risk', at('/risk/model') === undefined ? 'as by default' : plugin(textOf(at('/risk/model')), at('/risk/params'))],
    ['Costs', costs.length === 0 ? 'none said' : costs.join(', ')],
  ];
}

function dayOf(instant: Json | undefined): string {
  return textOf(instant).replace(/T00:00:00(\.000)?Z$/, '');
}

import { Button } from '../../design/button.js';
import { Field } from '../../design/field.js';
import { linkTo } from '../../routing/route.js';
import { valueAt } from '../config/pointer.js';
import { useDesk, useErrorAt } from '../desk/desk-context.js';
import { only } from '../form/forms.js';
import { InstantField } from './instant-field.js';
import { Panel } from './panel.js';
import { dataSetOf, timeframesOf, wholeSpan } from './span.js';

/** Which candles, and from when to when. */
export function DataPanel() {
  const { draft, forms, dataSets, set } = useDesk();
  const symbolError = useErrorAt('/symbol');
  const timeframeError = useErrorAt('/timeframe');
  const symbol = String(draft['symbol'] ?? '');
  const timeframe = String(draft['timeframe'] ?? '');
  const symbols = [...new Set([...dataSets.map((each) => each.symbol), symbol])];
  const [field] = only(forms.top, ['timeframe']);
  const known = timeframesOf(dataSets, symbol);
  const every = field?.shape.kind === 'choice' ? field.shape.options : [];
  const timeframes = every.filter((each) => known.length === 0 || known.includes(each) || each === timeframe);
  const dataSet = dataSetOf(dataSets, symbol, timeframe);
  const span = dataSet && wholeSpan(dataSet);
  const choose = (chosen: string): void => {
    const next = dataSetOf(dataSets, chosen, timeframe);
    const fits = next?.timeframes.some((each) => each === timeframe);
    const whole = next && wholeSpan(next);
    set('', { ...draft, symbol: chosen, ...(!fits && next?.timeframe && { timeframe: next.timeframe }), ...whole });
  };
  return (
    <Panel title="Data">
      <div class="fields even">
        <Field
          label="Data set"
          error={symbolError}
          help={valueAt(draft, '/symbol') === 'TEST' ? 'Built in: synthetic candles for every span.' : undefined}
        >
          {(control) => (
            <select {...control} value={symbol} onChange={(event) => choose(event.currentTarget.value)}>
              {symbols.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Timeframe" error={timeframeError} help={field?.help}>
          {(control) => (
            <select {...control} value={timeframe} onChange={(event) => set('/timeframe', event.currentTarget.value)}>
              {timeframes.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          )}
        </Field>
        <InstantField pointer="/start" label="From" help="The first bar may open then." />
        <InstantField pointer="/end" label="To" help="No bar opens then or later." />
      </div>
      <p class="row">
        {span && (
          <Button kind="quiet" onClick={() => set('', { ...draft, ...span })}>
            Whole span, {span.start} to {span.end}
          </Button>
        )}
        <a href={linkTo('data')}>Add or look at data</a>
      </p>
    </Panel>
  );
}

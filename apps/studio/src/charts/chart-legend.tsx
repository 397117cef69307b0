import { formatCash, formatPercent, formatSignedPercent, formatSignificant } from '@projecta/report';
import type { PlacedLines } from './placed-lines.js';
import type { RunSeries } from './run-series.js';

interface Props {
  readonly run: RunSeries;
  readonly lines: readonly PlacedLines[];
  /** The bar whose values are told. */
  readonly t: number;
  readonly timeText: (ms: number) => string;
}

/** What is drawn how, and its value at a bar. */
export function ChartLegend({ run, lines, t, timeText }: Props) {
  const { bars, hold } = run;
  const drawn = lines.flatMap((one) => one.lines);
  return (
    <p class="legend">
      <output class="when">{timeText(run.ts[t]!)}</output>
      {bars && (
        <span class="key">
          O <output>{formatSignificant(bars.open[t]!, 6)}</output> H <output>{formatSignificant(bars.high[t]!, 6)}</output> L{' '}
          <output>{formatSignificant(bars.low[t]!, 6)}</output> C <output>{formatSignificant(bars.close[t]!, 6)}</output>
        </span>
      )}
      {drawn.map(({ name, values }, i) => (
        <span class="key" key={name}>
          <i class={`line overlay-${(i % 4) + 1}`} />
          {name} <output>{Number.isFinite(values[t]) ? formatSignificant(values[t]!, 6) : '—'}</output>
        </span>
      ))}
      <span class="key">
        <i class="line equity" />
        Equity <output>{formatCash(run.equity[t]!)}</output>
      </span>
      {hold && (
        <span class="key">
          <i class="line hold" />
          Buy and hold <output>{formatCash(hold[t]!)}</output>
        </span>
      )}
      <span class="key">
        <i class="area under" />
        Drawdown <output>{formatPercent(run.drawdown[t]!, 1)}</output>
      </span>
      <span class="key">
        <i class="area went-long" />
        Exposure <output>{formatSignedPercent(run.exposure[t]!, 0)}</output>
      </span>
    </p>
  );
}

import type { TradeRow } from '@projecta/client';
import { useCallback, useRef, useState } from 'preact/hooks';
import { buyAndHold } from '@projecta/report';
import { counted } from '../design/number-words.js';
import { useAnswer } from '../api/use-answer.js';
import { RunChartView } from '../charts/run-chart.js';
import type { RunSeries } from '../charts/run-series.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import type { CompletedRun } from './completed-run.js';
import type { RunTables } from './run-tables.js';
import { TradesTable } from './trades/trades-table.js';
import { useIndicatorLines } from './use-indicator-lines.js';

interface Props {
  readonly run: CompletedRun;
  readonly tables: RunTables;
}

/** The run over its bars, and its trades; a trade that is chosen is brought into sight. */
export function ChartTab({ run, tables }: Props) {
  const answer = useAnswer(`chart ${run.run_hash} ${run.attempt}`, () => load(run, tables));
  const [focus, setFocus] = useState<{ readonly trade: TradeRow }>();
  const place = useRef<HTMLDivElement>(null);
  const choose = useCallback((trade: TradeRow) => {
    setFocus({ trade });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  if (answer.state === 'refused') return <Refused title="The chart cannot be drawn" refusal={answer.refusal} again={answer.again} />;
  if (!answer.value) return <Waiting what={`Loading ${counted(run.bars, 'bar')}`} height={780} />;
  const { series, missing } = answer.value;
  return (
    <div class="stack">
      <div ref={place} class="chart-holder">
        <ChartWithLines run={run} series={series} focus={focus} />
      </div>
      {missing !== undefined && <p class="notice">{missing}</p>}
      <TradesTable trades={series.trades} ts={series.ts} chosen={focus?.trade} onChoose={choose} />
    </div>
  );
}

interface ChartProps {
  readonly run: CompletedRun;
  readonly series: RunSeries;
  readonly focus: { readonly trade: TradeRow } | undefined;
}

function ChartWithLines({ run, series, focus }: ChartProps) {
  const { lines, trouble } = useIndicatorLines(run, series);
  return (
    <>
      <RunChartView run={series} lines={lines} focus={focus} />
      {trouble !== undefined && <p class="soft">The indicators cannot be drawn: {trouble}</p>}
    </>
  );
}

async function load(run: CompletedRun, tables: RunTables): Promise<{ readonly series: RunSeries; readonly missing: string | undefined }> {
  const [found, { ts, equity, drawdown, exposure }, trades] = await Promise.all([tables.candles(), tables.equity(), tables.trades()]);
  const { risk, execution } = run.config;
  const { stop_loss, take_profit, trailing_stop } = risk;
  const series: RunSeries = {
    ...{ ts, equity, drawdown, exposure, trades },
    protection: { stop_loss, take_profit, trailing_stop },
    ...(found.candles && { bars: found.candles, hold: buyAndHold(found.candles.close, execution.initial_cash) }),
  };
  return { series, missing: found.candles ? undefined : found.missing };
}

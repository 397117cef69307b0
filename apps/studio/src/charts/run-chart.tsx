import type { TradeRow } from '@projecta/client';
import { formatBarTime, isDaily } from '@projecta/report';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted } from '../design/number-words.js';
import { Button } from '../design/button.js';
import { ChartLegend } from './chart-legend.js';
import './chart.css';
import { createRunChart, type RunChart } from './create-run-chart.js';
import type { PlacedLines } from './placed-lines.js';
import type { RunSeries } from './run-series.js';
import { steered } from './steered.js';

interface Props {
  readonly run: RunSeries;
  /** Indicators, as they arrive. */
  readonly lines: readonly PlacedLines[];
  /** The trade to bring into sight; a new object brings it there again. */
  readonly focus: { readonly trade: TradeRow } | undefined;
}

/** A run over its bars, with a legend that tells the values under the pointer. */
export function RunChartView({ run, lines, focus }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<RunChart>(undefined);
  const [hovered, setHovered] = useState<number>();
  const bars = run.ts.length;
  const timeText = useMemo(() => {
    const daily = isDaily(run.ts);
    return (ms: number) => formatBarTime(ms, daily);
  }, [run]);

  useEffect(() => {
    const made = createRunChart(place.current!, run, { timeText, isDaily: isDaily(run.ts), onHover: setHovered });
    chart.current = made;
    return () => {
      chart.current = undefined;
      made.remove();
    };
  }, [run]);
  useEffect(() => {
    for (const { lines: each, place: where } of lines) chart.current?.addLines(each, where);
  }, [run, lines]);
  useEffect(() => {
    if (focus) chart.current?.showTrade(focus.trade);
  }, [focus]);

  const steer = (how: Parameters<typeof steered>[1]): void => {
    const range = chart.current?.range();
    if (!range) return;
    const { from, to } = steered(range, how, bars);
    chart.current?.show(from, to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const how = KEYS[event.key];
    if (!how || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    steer(how);
  };
  return (
    <section class="run-chart" aria-label="Chart of the run">
      <div class="row chart-bar">
        <ChartLegend run={run} lines={lines} t={hovered ?? bars - 1} timeText={timeText} />
        <span class="row chart-steering">
          <Button kind="quiet" aria-label="Zoom in" onClick={() => steer('in')}>
            +
          </Button>
          <Button kind="quiet" aria-label="Zoom out" onClick={() => steer('out')}>
            −
          </Button>
          <Button kind="quiet" onClick={() => steer('all')}>
            All bars
          </Button>
        </span>
      </div>
      <div
        class="chart-place"
        ref={place}
        role="application"
        tabIndex={0}
        aria-label={`Price with trades, equity, drawdown and exposure over ${counted(bars, 'bar')}. Arrow keys move, plus and minus zoom, Home shows all. The table of trades has the same entries and exits.`}
        onKeyDown={onKeyDown}
      />
      <p class="chart-credit">
        Drawn with{' '}
        <a href="https://www.tradingview.com/lightweight-charts/" target="_blank" rel="noreferrer">
          TradingView Lightweight Charts
        </a>
      </p>
    </section>
  );
}

const KEYS: Readonly<Record<string, Parameters<typeof steered>[1]>> = {
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  Home: 'all',
};

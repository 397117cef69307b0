import type { TradeRow } from '@projecta/client';
import { formatNumber, formatSignificant } from '@projecta/report';
import { candleSheet } from './candle-sheet.js';
import { type ChartSetting, createSheetChart, type SheetChart } from './create-sheet-chart.js';
import type { Sheet } from './frame.js';
import { lineSheet } from './line-sheet.js';
import type { PlacedLines } from './placed-lines.js';
import { accountPanes } from './run-panes.js';
import type { FeatureLine, RunSeries } from './run-series.js';
import { tradeSheet } from './trade-sheet.js';

/** A run's chart in a page, to be steered. */
export interface RunChart extends Pick<SheetChart, 'range' | 'show' | 'remove'> {
  /** Brings a trade into sight and marks it. */
  showTrade(trade: TradeRow): void;
  /** Draws indicator lines: over the candles, or in a pane of their own. */
  addLines(lines: readonly FeatureLine[], place: PlacedLines['place']): void;
}

/** Bars around a trade that are shown with it, at least. */
const CONTEXT = 40;
const LINE_COLOURS = ['o1', 'o2', 'o3', 'o4'] as const;

/** Draws a run into an element: candles with trades, equity, drawdown and exposure as panes of one time axis. */
export function createRunChart(element: HTMLElement, run: RunSeries, setting: Omit<ChartSetting, 'ts'>): RunChart {
  const chart = createSheetChart(element, { ...setting, ts: run.ts });
  const { bars } = run;
  const trades = bars && tradeSheet(run.trades, bars, run.protection);
  // the trades stay on top of whatever is added
  const sheets: Sheet[] = bars && trades ? [candleSheet(bars), trades] : [];
  const prices = bars && chart.addPane({ title: '', share: 5, format: priceFormat(bars.close.at(-1)!), sheets }, 0);
  accountPanes(run).forEach((spec, i) => chart.addPane(spec, i + (bars ? 1 : 0)));
  chart.show(-0.5, run.ts.length - 0.5);
  let drawn = 0;
  const sheetOf = ({ values }: FeatureLine) =>
    lineSheet(values, { colour: LINE_COLOURS[drawn++ % LINE_COLOURS.length]!, width: 1.2, of: 'ends' });
  return {
    ...{ range: chart.range, show: chart.show, remove: chart.remove },
    showTrade(trade) {
      trades?.choose(trade);
      const margin = Math.max(CONTEXT, (trade.exit_bar - trade.entry_bar) / 2);
      chart.show(trade.entry_bar - margin, trade.exit_bar + margin);
    },
    addLines(lines, place) {
      const drawnLines = lines.map(sheetOf);
      if (place.pane === 'own')
        chart.addPane({ title: place.title, share: 1.3, format: (value) => formatSignificant(value, 4), sheets: drawnLines }, 1);
      else sheets.splice(1, 0, ...drawnLines);
      prices?.redraw();
    },
  };
}

/** Prices of one size, all with the same decimals. */
function priceFormat(price: number): (value: number) => string {
  const decimals = price >= 100 ? 2 : price >= 1 ? 4 : 6;
  return (value) => formatNumber(value, decimals);
}

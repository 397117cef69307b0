import { describe, expect, test } from '@jest/globals';
import type { Trade } from '@projecta/engine';
import { linearScale } from '../scales/value-scale.js';
import { histogramOf } from '../statistics/histogram.js';
import { htmlProblems } from '../testing/html-problems.js';
import { candleInks } from './candle-inks.js';
import { cutStrip } from './cut-strip.js';
import { heatMapTable } from './heat-map-table.js';
import { histogramChart } from './histogram-chart.js';
import { priceOverlays } from './overlays.js';
import { runAxis } from './run-axis.js';
import { MOST_MARKED, tradeMarks } from './trade-marks.js';
import { waterfallTable } from './waterfall-table.js';

const scale = linearScale({ low: 0, high: 10, height: 100 });
const ts = Float64Array.from({ length: 300 }, (_, t) => t * 86_400_000);

test('candles that rose are hollow, those that fell filled, each with its wicks', () => {
  const [wicks, rose, fell] = candleInks(
    { ts, open: Float64Array.of(1, 5), high: Float64Array.of(4, 6), low: Float64Array.of(0, 2), close: Float64Array.of(3, 4) },
    scale,
  );
  expect([wicks!.data.match(/M/g), rose!.data.match(/M/g), fell!.data.match(/M/g)].map((found) => found?.length)).toEqual([4, 1, 1]);
  expect(rose!.data).toContain(' 700h');
});

test('trades are marked by shape, and not at all when they are too many', () => {
  const trade = { side: -1, entry_bar: 0, exit_bar: 1, entry_price: 5, exit_price: 6, net_pnl: -1 } as Trade;
  expect(tradeMarks([trade], 2, scale)!.markup).toContain('<use href="#short" class="short" x="25%" y="41"');
  expect(tradeMarks([trade], 2, scale)!.markup).toContain('<use href="#lost" class="lost" x="75%" y="40"');
  expect(tradeMarks(Array<Trade>(MOST_MARKED + 1).fill(trade), 2, scale)).toBeNull();
});

test('overlays are feature columns named as prices that lie where prices lie', () => {
  const close = Float64Array.of(100, 110);
  const near = Float64Array.of(NaN, 105);
  const names = priceOverlays(
    {
      sma_5: near,
      rsi_14: near,
      'bollinger_20_2.upper': near,
      'supertrend_10_3.direction': near,
      ema_9: Float64Array.of(5e6, 6e6),
      sma_9: Float64Array.of(NaN, NaN),
    },
    close,
  );
  expect(names.map(({ name }) => name)).toEqual(['sma_5', 'bollinger_20_2.upper']);
});

describe('heat map', () => {
  const row = { label: '2024', cells: [0.1, -0.02, 0, null], total: 0.078, hold: -0.5 };
  const table = heatMapTable({ kind: 'months', corner: 'Year', columns: ['Jan', 'Feb', 'Mar', 'Apr'], rows: [row], omitted: 0 }).markup;

  test('tints by size and side, leaves what does not exist empty', () => {
    expect(htmlProblems(table)).toEqual([]);
    expect(table).toContain('<td class="p5" data-r="10">10.0</td>');
    expect(table).toContain('<td class="m1" data-r="\u22122">\u22122.0</td>');
    expect(table).toContain('<td class="z" data-r="0">0.0</td>');
    expect(table).toContain('<td></td>');
  });

  test('of small returns is in basis points', () => {
    const small = heatMapTable({
      kind: 'hours',
      corner: 'Day',
      columns: ['00'],
      rows: [{ label: '01-02', cells: [0.0012], total: null, hold: null }],
      omitted: 3,
    }).markup;
    expect(small).toContain('basis points');
    expect(small).toContain('>12<');
    expect(small).toContain('The 3 rows before are left out');
  });
});

test('the waterfall is a sound table even of nothing', () => {
  const nothing = { ideal_pnl: 0, delay: 0, slippage: 0, fees: 0, borrow: 0, net_pnl: 0, break_even_cost_multiple: null };
  expect(htmlProblems(waterfallTable(nothing, 0).markup)).toEqual([]);
  const loss = waterfallTable({ ...nothing, ideal_pnl: -50, fees: 25, net_pnl: -75 }, 1e6).markup;
  expect(loss).toContain('x="33.33%"');
  expect(loss).toContain('\u221225.00');
  expect(loss).not.toMatch(/NaN|Infinity/);
});

test('a histogram holds marks beyond its bars inside its frame', () => {
  const chart = histogramChart(histogramOf([0, 1, 2], { bins: 3, low: 0, high: 2 }), {
    label: 'x',
    formatTick: String,
    marks: [{ value: 50, label: 'observed 50', kind: 'observed' }],
  }).markup;
  expect(htmlProblems(chart)).toEqual([]);
  const percents = [...chart.matchAll(/x1?="(-?[\d.]+)%"/g)].map((found) => Number(found[1]));
  expect(Math.max(...percents)).toBeLessThanOrEqual(100);
  expect(Math.min(...percents)).toBeGreaterThanOrEqual(0);
});

test('a cut at every bar is thinned to what a strip can show', () => {
  const strip = cutStrip(
    Array.from({ length: 100_000 }, (_, t) => t),
    { ...runAxis(ts), bars: 100_000 },
  ).markup;
  expect(strip.match(/class="cut"/g)!.length).toBeLessThanOrEqual(200);
});

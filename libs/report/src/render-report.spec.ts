import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RunResult } from '@projecta/engine';
import { METRICS } from '@projecta/metrics';
import { escapeHtml } from './html.js';
import { renderEquitySvg } from './render-equity-svg.js';
import { renderReport } from './render-report.js';
import { fakeCandles } from './testing/fake-candles.js';
import { htmlProblems } from './testing/html-problems.js';
import { run } from './testing/run.js';
import { NOT_PRINTED, visible } from './testing/visible.js';

const DAY = 86_400_000;
const START = Date.UTC(2000, 0, 3);
const daily = (bars: number, more: object = {}) => fakeCandles({ bars, stepMs: DAY, start: START, ...more });

const ASKED = { indicators: [{ name: 'sma', params: { window: 50 } }], validation: { permutation: { trials: 20 } } };

let decades: RunResult;
beforeAll(async () => {
  decades = await run(daily(5000), ASKED);
});

describe('the page', () => {
  let page: string;
  beforeAll(() => {
    page = renderReport(decades, { engineVersion: '1.2.3' });
  });

  test('is sound HTML under 1 MB for 5,000 bars', () => {
    expect(htmlProblems(page)).toEqual([]);
    expect(page.length).toBeLessThan(500_000);
    expect(page.startsWith('<!doctype html>')).toBe(true);
  });

  test('defines every metric: title, formula, source and value', () => {
    for (const { id, title, formula, source } of METRICS) {
      expect(page).toContain(`id="metric-${id}"`);
      for (const words of [title, formula, source]) expect(page).toContain(escapeHtml(words));
    }
  });

  test('a tile tells title, formula, unit and source of its metric, as the contract has them', () => {
    const tile = /<span class="tip" role="tooltip" id="tile-total_return">(.*?)<\/span>\s*<\/dd>/s.exec(page)?.[1];
    for (const id of ['total_return', 'buy_and_hold_return']) {
      const { title, formula, unit, source } = METRICS.find((contract) => contract.id === id)!;
      for (const words of [title, formula, `${unit} · ${source}`]) expect(tile).toContain(escapeHtml(words));
    }
  });

  test('loads nothing and forbids loading', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/https?:|url\(|@import|<(img|iframe|object|embed|base)\b/i);
    expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].every(([, target]) => /^(#|data:,)/.test(target!))).toBe(true);
  });

  test('has a heading for every section, one h1, a name for every chart and a caption for every table', () => {
    expect(page.match(/<h1\b/g)).toHaveLength(1);
    for (const [, id] of page.matchAll(/<section id="([^"]*)"/g)) expect(page).toContain(`<h2 id="${id}-title">`);
    expect(page.match(/<svg class="plot[^"]*"/g)).toHaveLength(page.match(/<svg class="plot[^"]*" role="img" aria-label="[^"]+"/g)!.length);
    expect(page.match(/<table/g)).toHaveLength(page.match(/<caption/g)!.length);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  test('shows the verdict, the hashes, the warnings and how to prove them', () => {
    for (const text of [
      decades.run_hash,
      decades.config_hash,
      decades.data_hash,
      decades.validation.permutation!.verdict,
      decades.validation.permutation!.null_hypothesis,
      '1.2.3',
    ]) {
      expect(page).toContain(escapeHtml(text));
    }
    for (const { code, message } of decades.summary.warnings) expect(page).toContain(`${code}</code><span>${escapeHtml(message)}`);
    expect(page).toContain('sha256sum identity.json');
    expect(page).toContain('projecta verify DIR');
  });

  test('draws what was observed into the null distribution', () => {
    expect(page).toMatch(/<text class="observed"[^>]*>observed [\d\u2212]/);
    expect(page).toContain('sma_50');
  });

  test('prints no value that is none', () => {
    expect(visible(page)).not.toMatch(NOT_PRINTED);
  });

  test('is the same bytes for the same run, made anew', async () => {
    const again = await run(daily(5000), ASKED);
    expect(renderReport(again, { engineVersion: '1.2.3' })).toBe(page);
    expect(renderEquitySvg(again)).toBe(renderEquitySvg(decades));
  });
});

describe('what users wrote', () => {
  const EVIL = `"><img src=x onerror=alert(1)></script><script>alert(1)</script>'`;
  const evil = (): RunResult => {
    const config = { ...decades.config, symbol: EVIL, timeframe: EVIL, strategy: { name: EVIL, params: { [EVIL]: EVIL } } };
    const { summary, causality } = decades;
    return {
      ...decades,
      config,
      identity: { ...decades.identity, config, plugins: [{ kind: 'strategy', name: EVIL, version: EVIL, digest: null }] },
      features: { [`sma_${EVIL}`]: decades.candles.close },
      summary: { ...summary, warnings: [{ code: 'GAPS', message: EVIL }] },
      causality: { ...causality, note: EVIL },
      metric_reasons: { sharpe: EVIL },
      metrics: { ...decades.metrics, sharpe: null },
      validation: { permutation: { ...decades.validation.permutation!, verdict: EVIL, null_hypothesis: EVIL } },
    };
  };

  test('cannot become tags, attributes or script', () => {
    const page = renderReport(evil(), { engineVersion: EVIL });
    expect(htmlProblems(page)).toEqual([]);
    expect(page).not.toContain('<img');
    expect(page.match(/<script/g)).toHaveLength(2);
    const picture = renderEquitySvg(evil());
    expect(htmlProblems(picture)).toEqual([]);
    expect(picture).not.toMatch(/<img|<script/);
  });
});

describe('runs at the edge', () => {
  const edge: readonly (readonly [string, () => Promise<RunResult>])[] = [
    ['without trades', () => run(daily(300), { strategy: { name: 'steady', params: { direction: 0 } } })],
    ['of two bars', () => run(daily(2), { strategy: { name: 'steady', params: { direction: 1 } } })],
    ['of three bars', () => run(daily(3), { strategy: { name: 'steady', params: { direction: 0 } } })],
    ['of one month', () => run(daily(20), { strategy: { name: 'dual_sma', params: { fast: 2, slow: 4 } } })],
    ['of a constant price', () => run(flat(120), { strategy: { name: 'steady', params: { direction: 1 } } })],
    ['of a day of minutes', () => run(fakeCandles({ bars: 600, stepMs: 60_000, start: START, volatility: 0.001 }), { timeframe: '1m' })],
    ['into ruin', () => run(daily(400, { volatility: 0.05, drift: 0.02 }), { strategy: { name: 'steady', params: { direction: -1 } } })],
    ['left open', () => run(daily(200), { execution: { flatten_end: false } })],
    ['at the close decided on', () => run(daily(200), { execution: { fill_price: 'close_same' } })],
    [
      'with stops in doubt',
      () =>
        run(daily(200, { volatility: 0.05 }), {
          strategy: { name: 'dual_sma', params: { fast: 2, slow: 5 } },
          risk: { model: 'fixed_fraction', params: { fraction: 1 }, stop_loss: 0.005, take_profit: 0.005 },
        }),
    ],
    ['of tiny prices', () => run(scaled(daily(300), 2 ** -40))],
    ['of huge prices', () => run(scaled(daily(300), 2 ** 60))],
  ];

  test.each(edge)('%s are whole and print no value that is none', async (_name, make) => {
    const result = await make();
    const page = renderReport(result);
    const picture = renderEquitySvg(result);
    for (const text of [page, picture]) {
      expect(htmlProblems(text)).toEqual([]);
      expect(visible(text)).not.toMatch(NOT_PRINTED);
    }
  });

  test('a null metric shows a dash and its reason', async () => {
    const result = await run(daily(300), { strategy: { name: 'steady', params: { direction: 0 } } });
    const page = renderReport(result);
    expect(result.metrics.win_rate).toBeNull();
    expect(page).toMatch(/id="metric-win_rate"[^]*?<b>—<\/b>/);
    expect(page).toContain(escapeHtml(result.metric_reasons.win_rate!));
  });

  test('what only a broken result holds is a dash too', () => {
    const broken = {
      ...decades,
      metrics: { ...decades.metrics, sharpe: NaN, cagr: Infinity },
      equity: { ...decades.equity, exposure: decades.equity.exposure.map(() => NaN) },
    };
    expect(visible(renderReport(broken))).not.toMatch(NOT_PRINTED);
  });

  test('a trade left open, a band and ruin are told before the numbers', async () => {
    const ruined = renderReport(await edge[6]![1]());
    expect(ruined).toContain('The account was ruined');
    expect(renderReport(await edge[7]![1]())).toContain('A trade is still open');
    expect(renderReport(await edge[9]![1]())).toContain('Ambiguity band');
    expect(renderReport(await edge[8]![1]())).toContain('Not causal');
  });

  test('size is bounded whatever the number of bars and trades', async () => {
    const result = await run(fakeCandles({ bars: 60_000, stepMs: 3_600_000, start: START, volatility: 0.004 }), {
      timeframe: '1h',
      strategy: { name: 'dual_sma', params: { fast: 2, slow: 4 } },
    });
    expect(result.trades.length).toBeGreaterThan(10_000);
    expect(renderReport(result).length).toBeLessThan(600_000);
    expect(renderEquitySvg(result).length).toBeLessThan(120_000);
  });
});

function flat(bars: number): RunResult['candles'] {
  const { ts, volume } = daily(bars);
  const price = new Float64Array(bars).fill(50);
  return { ts, open: price, high: price, low: price, close: price, volume: volume! };
}

function scaled({ ts, open, high, low, close }: RunResult['candles'], factor: number): RunResult['candles'] {
  const times = (column: Float64Array): Float64Array => column.map((value) => value * factor);
  return { ts, open: times(open), high: times(high), low: times(low), close: times(close) };
}

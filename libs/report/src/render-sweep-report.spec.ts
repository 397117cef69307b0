import { beforeAll, describe, expect, test } from '@jest/globals';
import type { SweepResult } from '@projecta/engine';
import { escapeHtml } from './html.js';
import { renderSweepReport } from './render-sweep-report.js';
import { sweepPlateau } from './sweep/sweep-plateau.js';
import { htmlProblems } from './testing/html-problems.js';
import { sweep } from './testing/sweep.js';
import { NOT_PRINTED, visible } from './testing/visible.js';

let judged: SweepResult;
beforeAll(async () => {
  judged = await sweep({ grid: { fast: [5, 10, 15, 40], slow: '20:50:10' }, overfitting: { blocks: 4, samples: 20 } });
});

describe('the page of a sweep', () => {
  let page: string;
  beforeAll(() => {
    page = renderSweepReport(judged, { engineVersion: '1.2.3' });
  });

  test('is sound HTML that loads nothing', () => {
    expect(htmlProblems(page)).toEqual([]);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/https?:|url\(|@import|<(img|iframe|object|embed|base)\b/i);
    expect(visible(page)).not.toMatch(NOT_PRINTED);
  });

  test('has a heading for every section, one h1, a name for every chart, a caption for every table, and no dead link', () => {
    expect(page.match(/<h1\b/g)).toHaveLength(1);
    for (const [, id] of page.matchAll(/<section id="([^"]*)"/g)) expect(page).toContain(`<h2 id="${id}-title">`);
    expect(page.match(/<svg class="plot[^"]*"/g)).toHaveLength(page.match(/<svg class="plot[^"]*" role="img" aria-label="[^"]+"/g)!.length);
    expect(page.match(/<table/g)).toHaveLength(page.match(/<caption/g)!.length);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  test('says what was found, the verdict, the hashes and what was skipped', () => {
    const { sweep_hash, overfitting, skipped, best, identity } = judged;
    const texts = [
      sweep_hash,
      identity.data.data_hash,
      overfitting!.verdict,
      overfitting!.null_hypothesis,
      '1.2.3',
      best.run_hash.slice(0, 16),
    ];
    for (const text of [...texts, ...skipped.reasons.map(({ message }) => message)]) expect(page).toContain(escapeHtml(text));
    expect(page).toContain('Sharpe ratio over slow (across) and fast (up)');
  });

  test('is the same bytes for the same sweep, run anew', async () => {
    const again = await sweep({ grid: { fast: [5, 10, 15, 40], slow: '20:50:10' }, overfitting: { blocks: 4, samples: 20 } });
    expect(renderSweepReport(again, { engineVersion: '1.2.3' })).toBe(page);
  });

  test('what users wrote cannot become tags, attributes or script', () => {
    const EVIL = `"><img src=x onerror=alert(1)></script><script>alert(1)</script>'`;
    const base = { ...judged.sweep.base, symbol: EVIL, timeframe: EVIL, strategy: { name: EVIL, params: { [EVIL]: EVIL } } };
    const reasons = judged.skipped.reasons.map((reason) => ({ ...reason, message: EVIL, params: { [EVIL]: EVIL } }));
    const plugins = [{ kind: 'strategy', name: EVIL, version: EVIL, digest: null }] as const;
    const evil = renderSweepReport({
      ...judged,
      sweep: { ...judged.sweep, base },
      identity: { ...judged.identity, plugins },
      skipped: { count: 1, reasons },
      overfitting: { ...judged.overfitting!, verdict: EVIL },
    });
    expect(htmlProblems(evil)).toEqual([]);
    expect(evil).not.toContain('<img');
    expect(evil.match(/<script/g)).toHaveLength(1);
  });
});

describe('the plateau of a sweep', () => {
  test('lies on the numeric axes in ascending order, texts and flags at the best’s values', async () => {
    const result = await sweep({
      grid: { fast: [10, 5], slow: [40, 20, 30], long_only: [true, false], 'risk.rebalance': ['every_bar', 'on_change'] },
    });
    const plateau = sweepPlateau(result)!;
    expect(plateau.axes).toEqual(['strategy.params.fast', 'strategy.params.slow']);
    expect(plateau.of).toBe(6);
    const { params, metrics } = result.trials;
    const at = (path: string, row: number): unknown => params[path]![row];
    const { row } = result.best;
    const same = (path: string, other: number): boolean => at(path, other) === at(path, row);
    const slow = 'strategy.params.slow';
    const near = [...result.trials.trial.keys()].filter((other) => {
      if (!same('risk.rebalance', other) || !same('strategy.params.long_only', other)) return false;
      const fastMoved = !same('strategy.params.fast', other);
      const slowMoved = Math.abs((at(slow, other) as number) - (at(slow, row) as number));
      return fastMoved ? slowMoved === 0 : slowMoved === 10;
    });
    const around = near.map((other) => metrics.sharpe[other]!).sort((a, b) => a - b);
    expect(plateau.neighbours).toBe(around.length);
    const middle = around.length / 2;
    const median = Number.isInteger(middle) ? (around[middle - 1]! + around[middle]!) / 2 : around[Math.floor(middle)]!;
    expect(plateau.neighbours_median).toBeCloseTo(median, 12);
  });

  test('is null for random draws, without a varying number and without a best', async () => {
    expect(sweepPlateau(await sweep({ random: { trials: 5, fast: { min: 2, max: 9, step: 1 }, slow: { values: [20] } } }))).toBeNull();
    expect(sweepPlateau(await sweep({ grid: { long_only: [true, false], slow: [20] } }))).toBeNull();
    expect(sweepPlateau(await sweep({ grid: { 'execution.lot_size': [1e9, 2e9] } }))).toBeNull();
  });

  test('names ends that the best lies at, but for those at 0 and axes of two values', () => {
    const values = Float64Array.of(3, 2, 1);
    const of = (numbers: readonly number[], best: number) => {
      const path = 'strategy.params.fast';
      const trials = {
        ...judged.trials,
        rows: numbers.length,
        params: { [path]: Float64Array.from(numbers) },
        metrics: { ...judged.trials.metrics, sharpe: values.slice(0, numbers.length) },
      };
      return sweepPlateau({
        ...judged,
        sweep: { ...judged.sweep, grid: { [path]: numbers } },
        trials,
        best: { ...judged.best, row: best, value: values[best]! },
      })!.at_edge;
    };
    expect(of([5, 6, 7], 0)).toEqual(['strategy.params.fast']);
    expect(of([7, 6, 5], 0)).toEqual(['strategy.params.fast']);
    expect(of([6, 5, 7], 0)).toEqual([]);
    expect(of([0, 6, 7], 0)).toEqual([]);
    expect(of([5, 6], 0)).toEqual([]);
  });
});

describe('sweeps of every shape', () => {
  const shapes: readonly (readonly [string, Parameters<typeof sweep>[0], RegExp])[] = [
    ['one number', { grid: { fast: '3:12:3' }, objective: 'max_drawdown' }, /Maximum drawdown along fast/],
    [
      'three numbers',
      { grid: { fast: [3, 5], slow: [20, 30], 'execution.fee_bps': [0, 10] }, objective: 'total_return' },
      /Of 3 numbers that vary/,
    ],
    ['flags and texts', { grid: { long_only: [true, false], 'risk.rebalance': ['every_bar', 'on_change'] } }, /No number varies/],
    [
      'random draws',
      { random: { trials: 12, fast: { min: 2, max: 9, step: 1 }, slow: { min: 20, max: 90, step: 1, scale: 'log' } } },
      /A point is a trial/,
    ],
    ['one random number', { random: { trials: 6, 'risk.params.fraction': { min: 0.1, max: 1 } } }, /\(across\) and Sharpe ratio \(up\)/],
    ['one combination', { grid: { fast: [4] } }, /No number varies/],
    ['a random flag', { random: { trials: 3, long_only: { values: [true, false] } } }, /No number varies/],
    ['less is better', { grid: { fast: [3, 4], slow: [20, 30] }, objective: 'turnover' }, /or more/],
    ['no objective', { grid: { 'execution.lot_size': [1e9, 2e9] } }, /there is nothing to draw/],
  ];

  test.each(shapes)('%s are whole and print no value that is none', async (_name, config, words) => {
    const page = renderSweepReport(await sweep(config));
    expect(htmlProblems(page)).toEqual([]);
    expect(visible(page)).not.toMatch(NOT_PRINTED);
    expect(page).toMatch(words);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });
});

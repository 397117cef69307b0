import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RunResult } from '@projecta/engine';
import { escapeHtml } from '../html.js';
import { renderReport } from '../render-report.js';
import { fakeCandles } from '../testing/fake-candles.js';
import { htmlProblems } from '../testing/html-problems.js';
import { run } from '../testing/run.js';
import { NOT_PRINTED, visible } from '../testing/visible.js';

const daily = (bars: number) => fakeCandles({ bars, stepMs: 86_400_000, start: Date.UTC(2000, 0, 3) });

describe('evidence', () => {
  const METHODS = {
    permutation: { trials: 40 },
    block_bootstrap: { samples: 50 },
    monte_carlo: { paths: 60, ruin_drawdown: 0.2 },
    walk_forward: { folds: 3, grid: { fast: [5, 10], slow: [30, 50] }, objective: 'cagr' },
    overfitting: { blocks: 4, samples: 30 },
  };
  let result: RunResult;
  let page: string;
  beforeAll(async () => {
    result = await run(daily(600), { validation: METHODS });
    page = renderReport(result);
  });

  test('has a verdict and a panel for every method, each leading to the other, in sound HTML', () => {
    expect(htmlProblems(page)).toEqual([]);
    expect(visible(page)).not.toMatch(NOT_PRINTED);
    for (const [name, { verdict }] of Object.entries(result.validation)) {
      expect(page).toContain(`<h3><a href="#${name}">`);
      expect(page).toContain(`<div class="method" id="${name}">`);
      expect(page).toContain(escapeHtml(verdict as string));
    }
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  test('counts the trials that did as well, with p and its error', () => {
    const { p_value: p, p_value_se: error, trials } = result.validation.permutation!;
    const rows = result.validation_detail.filter(({ method }) => method === 'permutation');
    const asGood = rows.filter(({ value }) => value !== null && value >= result.validation.permutation!.observed! * (1 - 1e-9)).length;
    expect(trials).toBe(40);
    expect(page).toContain(`in ${asGood} of 40 tries: p = ${p!.toFixed(3)} ± ${error!.toFixed(3)}.`);
  });

  test('says what each null says, and what no answer can mean', () => {
    expect(page.match(/<strong>What the null says\.<\/strong>/g)).toHaveLength(2);
    expect(page.match(/<strong>What it cannot mean\.<\/strong>/g)).toHaveLength(6);
    expect(page).toContain(escapeHtml(result.validation.permutation!.null_hypothesis));
  });

  test('draws every distribution with what was observed', () => {
    const labels = [...page.matchAll(/aria-label="Histogram over ([^"]*)"/g)].map(([, label]) => label);
    expect(labels).toEqual([
      '40 trials: Sharpe ratio',
      ...['Sharpe ratio', 'Compound annual growth rate', 'Maximum drawdown', 'Volatility'].map((title) => `50 samples: ${title}`),
      ...['Final equity', 'Maximum drawdown'].map((title) => `60 paths: ${title}`),
      '4 combinations: Sharpe ratio per bar',
      '6 splits: Rank on one half of the best of the other, as a logit',
      '200 searches: PBO of searches among pure noise',
      '30 samples: Largest mean return over buying and holding without an edge (reality check)',
      '30 samples: The same in units of its own error (SPA)',
    ]);
  });

  test('shows the folds in time, in and out of sample by the objective, and what each chose', () => {
    expect(page).toContain('aria-label="Train and test windows of 3 folds over 600 bars"');
    expect(page.match(/<rect class="test"/g)).toHaveLength(6);
    expect(page).toContain('aria-label="Compound annual growth rate in and out of sample by fold"');
    expect(page).toContain('Equity out of sample, test after test');
    for (const { fold, params } of result.validation.walk_forward!.folds)
      expect(page).toMatch(new RegExp(`<td class="n">${fold}</td> <td>[^<]*</td> <td class="n">${params['fast']}</td>`));
  });

  test('names the methods that were not asked for', () => {
    expect(page).not.toContain('Not asked for');
    const { permutation } = result.validation;
    expect(renderReport({ ...result, validation: { permutation: permutation! } })).toContain(
      'Not asked for: block bootstrap, Monte Carlo, walk-forward, overfitting of a grid.',
    );
  });

  test('of a run without trades prints no value that is none', async () => {
    const idle = await run(daily(300), {
      strategy: { name: 'steady', params: { direction: 0 } },
      validation: {
        ...METHODS,
        walk_forward: { folds: 2 },
        overfitting: undefined,
        permutation: { trials: 5, method: 'signals' },
        monte_carlo: { paths: 5, method: 'execution' },
        block_bootstrap: { samples: 5, method: 'iid', interval: 'bca' },
      },
    });
    const empty = renderReport(idle);
    expect(htmlProblems(empty)).toEqual([]);
    expect(visible(empty)).not.toMatch(NOT_PRINTED);
  });
});

import type { RunResult } from '../run-result.js';
import type { Compare, Row } from './validation-differences.js';

/** Compares a block bootstrap with what a case expects: every interval, distribution and sample. */
export function blockBootstrap(run: RunResult, expected: Row, compare: Compare): void {
  const { metrics, values, ...rest } = expected as Row & { readonly metrics: Readonly<Record<string, Row>> };
  const actual = run.validation.block_bootstrap!;
  compareEach('block_bootstrap', actual as unknown as Row, rest, compare);
  for (const [id, { distribution, ...interval }] of Object.entries(metrics)) {
    const found = actual.metrics[id]! as unknown as Row;
    compareEach(`block_bootstrap ${id}`, found, interval, compare);
    compareEach(`block_bootstrap ${id}`, found['distribution'] as Row, distribution as Row, compare);
  }
  compareTrials(run, 'block_bootstrap', values, compare);
}

/** Compares Monte Carlo paths with what a case expects: ruin, distributions and every path. */
export function monteCarlo(run: RunResult, expected: Row, compare: Compare): void {
  const { values, final_equity, max_drawdown, ...rest } = expected;
  const actual = run.validation.monte_carlo! as unknown as Row;
  compareEach('monte_carlo', actual, rest, compare);
  compareEach('monte_carlo final_equity', actual['final_equity'] as Row, final_equity as Row, compare);
  compareEach('monte_carlo max_drawdown', actual['max_drawdown'] as Row, max_drawdown as Row, compare);
  compareTrials(run, 'monte_carlo', values, compare);
}

/** Returns, drawdowns and rates below this are compared absolutely, at 1e-9 of it. */
const NOISE = 1e-3;

function compareEach(where: string, actual: Row, wanted: Row, compare: Compare): void {
  for (const [key, value] of Object.entries(wanted)) compare(`${where} ${key}`, actual[key], value, NOISE);
}

function compareTrials({ validation_detail }: RunResult, method: string, values: unknown, compare: Compare): void {
  for (const [metric, wanted] of Object.entries(values as Readonly<Record<string, readonly unknown[]>>)) {
    const rows = validation_detail.filter((row) => row.method === method && row.metric === metric);
    compare(`${method} ${metric} trials`, rows.map(({ trial }) => trial).join(), wanted.map((_, trial) => trial).join());
    wanted.forEach((value, trial) => compare(`${method} ${metric} ${trial}`, rows[trial]?.value, value, NOISE));
  }
}

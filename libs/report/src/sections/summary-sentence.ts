import type { RunResult } from '@projecta/engine';
import { formatNumber } from '../format/format-number.js';
import { formatPercent, formatSignedPercent } from '../format/format-percent.js';

interface Run extends Pick<RunResult, 'metrics' | 'validation'> {
  readonly summary: Pick<RunResult['summary'], 'warnings' | 'open_trade'>;
}

/** What happened, in words, from the numbers alone: the result against buy and hold, the worst of it, and how far chance explains it. */
export function summarySentence({ run }: { readonly run: Run }): string {
  return [result(run), worst(run), evidence(run)].filter((part) => part !== '').join(' ');
}

function result({ metrics, summary }: Run): string {
  const { total_return: made, buy_and_hold_return: hold, trades } = metrics;
  if (summary.warnings.some(({ code }) => code === 'RUINED'))
    return `The account was ruined: ${signed(made)} after costs, while buying and holding made ${signed(hold)}.`;
  if (trades === 0 && summary.open_trade === null) return `The strategy never traded; buying and holding made ${signed(hold)}.`;
  return `${signed(made)} after costs, against ${signed(hold)} for buying and holding.`;
}

function worst({ metrics }: Run): string {
  const { max_drawdown: depth, exposure } = metrics;
  if (depth === null || depth === 0 || exposure === null) return '';
  return `At worst ${formatPercent(-depth, 1)} below its peak, in the market ${formatPercent(exposure, 0)} of the time.`;
}

function evidence({ metrics, validation }: Run): string {
  const parts: string[] = [];
  if (metrics.psr !== null) parts.push(`the probability that its true Sharpe is above 0 is ${probability(metrics.psr)}`);
  const test = validation.permutation;
  if (test !== undefined && test.p_value !== null)
    parts.push(`a permutation of its ${test.method} does as well with p\u00a0=\u00a0${formatNumber(test.p_value, 3)}`);
  if (parts.length === 0) return '';
  const sentence = parts.join('; ');
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}

function signed(value: number | null): string {
  return value === null ? 'an undefined return' : formatSignedPercent(value, 1);
}

/** Never 0 % or 100 % by rounding. */
function probability(value: number): string {
  if (value >= 0.9995) return 'over 99.9\u202f%';
  return value < 0.0005 ? 'under 0.1\u202f%' : formatPercent(value, 1);
}

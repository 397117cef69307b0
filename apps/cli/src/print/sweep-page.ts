import type { SweepSummary, Table } from '@projecta/artifacts';
import type { NormalizedSweep } from '@projecta/engine';
import type { RunSelection } from '@projecta/home';
import type { MetricId } from '@projecta/metrics';
import type { Terminal } from '../terminal.js';
import { formatMetric } from './format-metric.js';
import { formatNumber } from './format-number.js';
import { metricBlocks } from './metric-blocks.js';
import { noticeLines } from './notice-lines.js';
import { instant, params } from './run-table.js';
import { shortPath, topTrials } from './top-trials.js';
import { wrap } from './wrap.js';

export interface PrintedSweep {
  readonly summary: SweepSummary;
  readonly sweep: NormalizedSweep;
  /** sweep.parquet */
  readonly trials: Table;
  /** The best trial's Sharpe after all that was tried on the data. */
  readonly selection: RunSelection;
  /** Where the candles came from, in words. */
  readonly candlesFrom: string;
}

type Page = Pick<Terminal, 'width' | 'color'>;

/** A sweep as a trader wants to read it: what was tried, the best of it, what lies around it, and what is left after so many tries. */
export function sweepPage(printed: PrintedSweep, page: Page): string {
  const { summary, trials } = printed;
  const { color } = page;
  const verdicts = Object.entries(summary.validation);
  const warnings = summary.warnings.map(({ code, message }) => [code, message] as const);
  return [
    ...headline(printed, page),
    '',
    ...triedLines(summary, page),
    '',
    ...bestLines(summary, page),
    '',
    ...metricBlocks(summary.best.metrics, page),
    '',
    topTrials(trials, summary, color.dim),
    '',
    ...wrap(plateauWords(summary), page.width),
    ...wrap(selectionWords(printed), page.width),
    ...noticeLines([...verdicts, ...warnings], page),
  ].join('\n');
}

function headline({ summary, sweep, candlesFrom }: PrintedSweep, { color, width }: Page): string[] {
  const { symbol, timeframe, start, end, bars } = summary;
  const { strategy } = sweep.base;
  const axes = Object.keys(sweep.grid ?? sweep.random ?? {}).filter((path) => path !== 'trials');
  const searched = `${sweep.grid ? 'grid' : 'random draws'} over ${axes.map(shortPath).join(' × ')}`;
  const circumstances = `${instant(start)} → ${instant(end)} · ${formatNumber(bars, 0)} bars · ${candlesFrom}`;
  const fixed = Object.entries(strategy.params).filter(([name]) => !axes.includes(`strategy.params.${name}`));
  const title = `${color.bold(`${symbol} ${timeframe}`)}  ${color.bold(color.cyan(strategy.name))} ${params(Object.fromEntries(fixed))}`;
  return [title.trimEnd(), ...wrap(searched, width), ...wrap(circumstances, width).map(color.dim)];
}

function triedLines({ tried, trials, skipped }: SweepSummary, { color, width }: Page): string[] {
  const counts = `${formatNumber(tried, 0)} tried · ${formatNumber(trials, 0)} ran · ${formatNumber(skipped.count, 0)} skipped`;
  const [first] = skipped.reasons;
  if (first === undefined) return [counts];
  const why = `The first skipped, ${pointWords(first.params)}: ${first.path} ${first.message}`;
  return [counts, ...wrap(why, width).map(color.dim)];
}

function bestLines({ best, objective, lower_is_better }: SweepSummary, { color, width }: Page): string[] {
  const value = formatMetric(objective as MetricId, best.value);
  const by = `${lower_is_better ? 'lowest' : 'highest'} ${objective} ${value}, trial ${best.trial}`;
  const [line = '', ...rest] = wrap(`Best: ${pointWords(best.params)}  (${by})`, width);
  return [color.bold(line), ...rest];
}

function plateauWords({ plateau, objective, lower_is_better }: SweepSummary): string {
  if (plateau === null) return 'Around the best: not known, for these trials do not lie on a grid of numbers.';
  const { tolerance, limit, trials, of, neighbours, neighbours_median } = plateau;
  const value = (x: number | null): string => formatMetric(objective as MetricId, x);
  const reach = `${objective} ${value(limit)} or ${lower_is_better ? 'less' : 'more'}, within ${formatNumber(tolerance * 100, 0)} % of the range from worst to best`;
  const next =
    neighbours === 0 ? '' : ` Its ${counted(neighbours, 'neighbour')}, one step away, have a median of ${value(neighbours_median)}.`;
  return `Around the best: a plateau of ${trials} of ${counted(of, 'trial')} (${reach}).${next}`;
}

function selectionWords({ selection }: PrintedSweep): string {
  const { trials, effective_trials, deflated_sharpe, sidak_p } = selection;
  const worth = effective_trials === null || trials === 1 ? '' : ` (worth about ${formatNumber(effective_trials, 0)} independent)`;
  const after = `After ${counted(trials, 'config')} tried on these data${worth}`;
  if (deflated_sharpe === null) return `${after}: the best has no Sharpe ratio, so nothing is said of luck.`;
  const p = sidak_p === null ? '' : `, Šidák ${probability('p', sidak_p)}`;
  return `${after}: that the true Sharpe of the best exceeds what the best of as many would have by chance has ${probability('probability', deflated_sharpe)} (deflated Sharpe)${p}.`;
}

/** As `p = 0.037`, and where it would be shown as 0 or 1, what it is below or above. */
function probability(name: string, p: number): string {
  if (p < 0.0005) return `${name} < 0.001`;
  return p > 0.9995 ? `${name} > 0.999` : `${name} ${formatNumber(p, 3)}`;
}

function counted(count: number, noun: string): string {
  return `${formatNumber(count, 0)} ${noun}${count === 1 ? '' : 's'}`;
}

function pointWords(point: Readonly<Record<string, unknown>>): string {
  return Object.entries(point)
    .map(([path, value]) => `${shortPath(path)}=${String(value)}`)
    .join(' ');
}

import type { CausalityCertificate, NormalizedRunConfig, RunSummary } from '@projecta/engine';
import type { Terminal } from '../terminal.js';
import { formatNumber, formatPercent } from './format-number.js';
import { metricBlocks } from './metric-blocks.js';
import { noticeLines } from './notice-lines.js';
import { wrap } from './wrap.js';

export interface PrintedRun {
  readonly summary: RunSummary;
  readonly config: NormalizedRunConfig;
  readonly causality: CausalityCertificate;
  /** Where the candles came from, in words. */
  readonly candlesFrom: string;
}

type Page = Pick<Terminal, 'width' | 'color'>;

/** A run as a person wants to read it: what ran, what came of it, and what to know before believing it. */
export function runTable(run: PrintedRun, page: Page): string {
  const { summary } = run;
  const notices = [...verdicts(run), ...summary.warnings.map(({ code, message }) => [code, message] as const)];
  return [
    ...headline(run, page),
    '',
    ...metricBlocks(summary.metrics, page),
    '',
    ...causality(run, page),
    ...band(summary),
    ...noticeLines(notices, page),
  ].join('\n');
}

function headline({ summary, config, candlesFrom }: PrintedRun, { color, width }: Page): string[] {
  const { strategy, risk } = config;
  const span = `${instant(summary.start)} → ${instant(summary.end)}`;
  const circumstances = `${span} · ${formatNumber(summary.bars, 0)} bars · ${candlesFrom} · ${risk.model} ${params(risk.params)}`.trimEnd();
  const market = `${summary.symbol} ${summary.timeframe}`;
  const [settings, ...below] = paragraph(params(strategy.params), { width, first: market.length + strategy.name.length + 3 });
  return [
    `${color.bold(market)}  ${color.bold(color.cyan(strategy.name))} ${settings}`.trimEnd(),
    ...below,
    ...wrap(circumstances, width).map(color.dim),
  ];
}

/** Text that begins `first` columns in where it fits there as a whole, else on lines of its own. */
function paragraph(text: string, { width, first }: { readonly width: number; readonly first: number }): readonly [string, ...string[]] {
  return first + text.length <= width ? [text] : ['', ...wrap(text, width)];
}

function causality({ causality: { causal, cuts, covered } }: PrintedRun, { color, width }: Page): string[] {
  const text = causal
    ? `Causal: the decisions came out the same without the future at ${cuts.length} cuts (${formatPercent(covered)} of the bars).`
    : 'Not causal: orders fill at the very close they were decided on.';
  return wrap(text, width).map((line) => (causal ? color.green(line) : color.yellow(line)));
}

function band({ ambiguity_band }: RunSummary): string[] {
  if (ambiguity_band === null) return [];
  const { low, high } = ambiguity_band.total_return;
  return [`Ambiguous: had the target come first where bars met both, the return lies in ${formatPercent(low)} … ${formatPercent(high)}.`];
}

function verdicts({ summary }: PrintedRun): (readonly [string, string])[] {
  return Object.entries(summary.validation).map(([method, verdict]) => [method, verdict] as const);
}

/** `fast=5 slow=15`; what is false is left out. */
export function params(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== false)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}

/** `2024-01-01`, or with the time of day where there is one. */
export function instant(iso: string): string {
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, iso.endsWith(':00.000Z') ? 16 : 19).replace('T', ' ');
}

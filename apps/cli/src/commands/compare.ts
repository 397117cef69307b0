import type { NormalizedRunConfig, RunSummary } from '@projecta/engine';
import { ProjectaError, quote } from '@projecta/errors';
import type { KeptRun, Settings } from '@projecta/home';
import { type MetricId, METRICS } from '@projecta/metrics';
import type { Context } from '../command.js';
import { differingPaths, type PathDifference } from '../config/differing-paths.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { formatMetric } from '../print/format-metric.js';
import { signed } from '../print/format-number.js';
import { plainTable } from '../print/plain-table.js';
import { keptRunOf } from '../run/homes.js';
import type { Terminal } from '../terminal.js';

interface Compared {
  readonly summaries: readonly [RunSummary, RunSummary];
  readonly differences: readonly PathDifference[];
}

/** `projecta compare`: how two runs' configs differ, and their metrics side by side. */
export async function compare(
  runs: readonly [string, string],
  options: { readonly json?: true },
  { settings, terminal }: Context,
): Promise<ExitCode> {
  const [a, b] = [await oneRun(settings, runs[0]), await oneRun(settings, runs[1])];
  const summaries = [await summaryOf(a), await summaryOf(b)] as const;
  const differences = differingPaths(
    (await a.json('config.json')) as unknown as NormalizedRunConfig,
    (await b.json('config.json')) as unknown as NormalizedRunConfig,
  );
  const [first, second] = summaries;
  if (options.json) {
    const metrics = Object.fromEntries(METRICS.map(({ id }) => [id, { a: first.metrics[id], b: second.metrics[id] }]));
    terminal.print(
      JSON.stringify({
        run_hash: { a: first.run_hash, b: second.run_hash },
        data_hash: { a: first.data_hash, b: second.data_hash },
        config: differences,
        metrics,
      }),
    );
  } else terminal.print(page({ summaries, differences }, terminal));
  return EXIT.done;
}

async function oneRun(settings: Settings, hashOrFolder: string): Promise<KeptRun> {
  const kept = await keptRunOf(settings, hashOrFolder);
  if (kept.kind === 'run') return kept;
  const message = `${quote(hashOrFolder)} is a sweep, and runs are compared. Run two of its trials, then compare these: projecta export ${hashOrFolder} sweep lists them.`;
  throw new ProjectaError('NOT_ALLOWED', message);
}

async function summaryOf(run: KeptRun): Promise<RunSummary> {
  return (await run.json('summary.json')) as unknown as RunSummary;
}

function page({ summaries: [a, b], differences }: Compared, { color }: Terminal): string {
  const head = ['', `A ${a.run_hash.slice(0, 12)}`, `B ${b.run_hash.slice(0, 12)}`].map(color.dim);
  const same = a.run_hash === b.run_hash ? 'The two are the same run.' : 'The configs are the same.';
  const data = a.data_hash === b.data_hash ? 'Both ran on the same candles.' : color.yellow('They ran on different candles.');
  const configs = differences.map(({ path, a: was, b: is }) => [path, shown(was), shown(is)]);
  const metrics = METRICS.map(({ id, title }) => [
    title,
    formatMetric(id, a.metrics[id]),
    formatMetric(id, b.metrics[id]),
    change(id, a.metrics[id], b.metrics[id]),
  ]);
  return [
    configs.length === 0 ? same : plainTable({ head, rows: configs }),
    data,
    '',
    plainTable({ head: [...head, color.dim('B − A')], rows: metrics, right: [1, 2, 3] }),
  ].join('\n');
}

function change(id: MetricId, a: number | null, b: number | null): string {
  if (a === null || b === null || a === b) return '';
  return signed(formatMetric(id, b - a));
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : typeof value === 'string' ? value : JSON.stringify(value);
}

import { type Timeframe, timeframeMs } from '@projecta/candles';
import type { NormalizedRunConfig, NormalizedSweep } from '@projecta/engine';
import { type Problem, ProjectaError } from '@projecta/errors';

/** How large a run may be where others wait for theirs. */
export interface RunLimits {
  readonly bars: number;
  /** Trials, samples or paths of a validation method; trials of a sweep. */
  readonly trials: number;
}

/** So many columns of the most bars a run may have: 0.6 GB at the default limit. */
const COLUMNS_AT_MOST = 16;

const COUNTS = ['trials', 'samples', 'paths'] as const;

/** Refuses what is too large before any candles are looked for. Throws LIMIT_EXCEEDED with all of it. */
export function checkTrials({ validation }: NormalizedRunConfig, { trials }: RunLimits): void {
  const problems = Object.entries(validation).flatMap(([method, params]) =>
    COUNTS.filter((name) => Number(params[name] ?? 0) > trials).map((name): Problem => {
      const message = `${method} asks for ${String(params[name])} ${name}; this server takes ${trials}.`;
      return { path: `/validation/${method}/${name}`, code: 'LIMIT_EXCEEDED', message };
    }),
  );
  if (problems.length > 0) throw new ProjectaError('LIMIT_EXCEEDED', 'The run is too large for this server.', problems);
}

/** Refuses a search that would be judged by too many samples. Throws LIMIT_EXCEEDED. */
export function checkJudging({ overfitting }: NormalizedSweep, { trials }: RunLimits): void {
  const samples = Number(overfitting?.['samples'] ?? 0);
  if (samples <= trials) return;
  const message = `overfitting asks for ${samples} samples; this server takes ${trials}.`;
  throw new ProjectaError('LIMIT_EXCEEDED', message, [{ path: '/overfitting/samples', code: 'LIMIT_EXCEEDED', message }]);
}

/** Refuses candles that would have to be made first, by how many there would be. Throws LIMIT_EXCEEDED. */
export function checkSpan({ timeframe, start, end }: NormalizedRunConfig, limits: RunLimits): void {
  checkBars(Math.floor((Date.parse(end) - Date.parse(start)) / timeframeMs(timeframe as Timeframe)), limits);
}

/** Indicator columns are held while a run is computed, one number a bar. Throws LIMIT_EXCEEDED. */
export function checkColumns({ indicators }: NormalizedRunConfig, count: number, { bars }: RunLimits): void {
  const most = Math.max(1, Math.floor((bars * COLUMNS_AT_MOST) / count));
  if (indicators.length <= most) return;
  const message = `${indicators.length} indicators on ${count} bars are too many; this server takes ${most}. Leave some out, or narrow the span.`;
  throw new ProjectaError('LIMIT_EXCEEDED', message, [{ path: '/indicators', code: 'LIMIT_EXCEEDED', message }]);
}

/** Throws LIMIT_EXCEEDED. */
export function checkBars(count: number, { bars }: RunLimits): void {
  if (count <= bars) return;
  const message = `The run has ${count} bars; this server takes ${bars}. Narrow the span, or take a coarser timeframe.`;
  throw new ProjectaError('LIMIT_EXCEEDED', message, [{ path: '/end', code: 'LIMIT_EXCEEDED', message }]);
}

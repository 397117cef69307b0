import type { SweepResult } from '@projecta/engine';
import { type SweepPlateau, type SweepView, sweepView } from '@projecta/report';
import type { Trials } from '../trials/trials.js';
import type { CompletedSweep } from './completed-sweep.js';

interface Parts {
  /** As far as they are loaded; none where only the head is drawn. */
  readonly trials?: Trials;
  readonly judged?: SweepResult['overfitting'];
  readonly detail?: SweepResult['overfitting_detail'];
}

/** A kept sweep as the reports' sections take it, put together from what it left. The plateau is the one the service told. */
export function keptSweep(sweep: CompletedSweep, { trials, judged, detail = [] }: Parts): SweepView {
  const { sweep_hash, objective, lower_is_better, tried, best, skipped, certified, data, engine, plugins, bars } = sweep;
  const result = {
    ...{ sweep_hash, objective, lower_is_better, tried, best, skipped, certified },
    sweep: sweep.sweep,
    identity: { sweep: sweep.sweep, data, engine, plugins },
    trials: trials ?? { ...NO_TRIALS, rows: sweep.trials },
    sharpe_per_bar: new Float64Array(0),
    returns: bars - 1,
    periods_per_year: best.metrics.periods_per_year ?? 0,
    ...(judged && { overfitting: judged }),
    overfitting_detail: detail,
  } as unknown as SweepResult;
  const plateau = sweep.plateau as SweepPlateau | null;
  if (!trials) return { ...sweepView({ ...result, sweep: { ...result.sweep, grid: {} } }), result, plateau };
  return { ...sweepView(result), plateau };
}

const NO_TRIALS = { trial: new Float64Array(0), run_hash: [], params: {}, metrics: {} };

import { formatNumber } from '@projecta/report';
import { useMemo } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { useAnswer } from '../api/use-answer.js';
import type { PlacedLines } from '../charts/placed-lines.js';
import type { RunSeries } from '../charts/run-series.js';
import type { CompletedRun } from './completed-run.js';
import { featureColumns, MOST_BARS } from './feature-columns.js';
import { placedLines } from './placed-lines.js';
import { strategyIndicators } from './strategy-indicators.js';

const NONE: readonly PlacedLines[] = [];

/** The indicators of a run as lines: none until they are there, and none without candles. */
export function useIndicatorLines(
  run: CompletedRun,
  { bars }: RunSeries,
): { readonly lines: readonly PlacedLines[]; readonly trouble: string | undefined } {
  const client = useClient();
  const answer = useAnswer(`lines ${run.run_hash}`, async () => {
    const indicators = strategyIndicators(run.config);
    if (!bars || indicators.length === 0) return NONE;
    if (run.bars > MOST_BARS) throw new Error(`the run has more than ${formatNumber(MOST_BARS, 0)} bars.`);
    return placedLines(await featureColumns(client, run, indicators), bars.close);
  });
  const lines = useMemo(() => answer.value ?? NONE, [answer.value]);
  return { lines, trouble: answer.state === 'refused' ? answer.refusal.detail : undefined };
}

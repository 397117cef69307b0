import type { MetricId } from '@projecta/client';
import { useRef } from 'preact/hooks';
import { type Answer, useAnswer } from '../../api/use-answer.js';
import type { SweepTables } from '../sweep/sweep-tables.js';
import type { Trials } from './trials.js';

/** The trials with some metrics beside the key ones; while more are loaded, the last ones stay. */
export function useTrials(tables: SweepTables, extra: readonly MetricId[]): Answer<Trials> & { readonly last: Trials | undefined } {
  const last = useRef<Trials | undefined>(undefined);
  const answer = useAnswer(`trials ${extra.join(' ')}`, async () => {
    const trials = await tables.trials();
    const missing = extra.filter((id) => trials.metrics[id] === undefined);
    const columns = await Promise.all(missing.map(async (id) => [id, await tables.metric(id)] as const));
    return { ...trials, metrics: { ...trials.metrics, ...Object.fromEntries(columns) } };
  });
  if (answer.value) last.current = answer.value;
  return { ...answer, last: last.current };
}

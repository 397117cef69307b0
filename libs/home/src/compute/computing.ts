import type { JsonValue } from '@projecta/hashing';
import type { RunKind } from '@projecta/persistence';
import type { RunRequest } from './compute-run.js';
import { type RequestSource, runRequest, sweepRequest } from './run-request.js';

/** How a row of a kind is computed: what it is made from, and the task that does it. */
interface KindComputing {
  readonly request: (config: JsonValue, source: RequestSource) => Promise<RunRequest>;
  readonly compute: 'compute' | 'computeSweep';
  /** Its stages before `artifacts`, in their order, of a config in normal form. */
  readonly stages: (config: Readonly<Record<string, JsonValue>>) => readonly string[];
}

export const COMPUTING: Readonly<Record<RunKind, KindComputing>> = {
  run: {
    request: runRequest,
    compute: 'compute',
    stages: ({ validation = {} }) => [
      'data',
      'indicators',
      'strategy',
      'simulation',
      'metrics',
      ...Object.keys(validation as object).filter((name) => name !== 'causality'),
    ],
  },
  sweep: {
    request: sweepRequest,
    compute: 'computeSweep',
    stages: ({ overfitting }) => ['data', 'sweep', ...(overfitting === undefined ? [] : ['overfitting'])],
  },
};

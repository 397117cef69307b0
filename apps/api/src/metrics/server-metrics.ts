import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Run, RunStatus, Store } from '@projecta/persistence';

/** What Prometheus is told. */
export interface ServerMetrics {
  readonly registry: Registry;
  readonly sseClients: Gauge;
  readonly requestSeconds: Histogram;
  /** Takes the stage durations of a run or sweep that ended. */
  ended(run: Run): void;
}

/** Counts runs by asking the store when it is scraped; the rest is counted as it happens. Node's own (event loop delay, memory) come along. */
export function serverMetrics(store: Store): ServerMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 5 });
  const registers = [registry];
  const counted = async (): Promise<Record<RunStatus, number>> => store.runs.counts();
  new Gauge({
    ...{ name: 'projecta_runs', help: 'Runs and sweeps by state', labelNames: ['status'], registers },
    async collect() {
      for (const [status, count] of Object.entries(await counted())) this.set({ status }, count);
    },
  });
  new Gauge({
    ...{ name: 'projecta_queue_length', help: 'Runs and sweeps that wait', registers },
    async collect() {
      this.set((await counted()).queued);
    },
  });
  const sseClients = new Gauge({ name: 'projecta_sse_clients', help: 'Open event streams', registers });
  const stageSeconds = new Histogram({
    ...{ name: 'projecta_stage_seconds', help: 'How long the stages of runs and sweeps took', labelNames: ['stage'], registers },
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60, 300],
  });
  const requestSeconds = new Histogram({
    ...{ name: 'projecta_request_seconds', help: 'How long requests took', labelNames: ['method', 'route', 'status'], registers },
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 60],
  });
  return {
    ...{ registry, sseClients, requestSeconds },
    ended({ timings }) {
      for (const [stage, ms] of Object.entries(timings ?? {})) if (typeof ms === 'number') stageSeconds.observe({ stage }, ms / 1000);
    },
  };
}

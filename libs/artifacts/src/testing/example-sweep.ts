import { runSweep, type SweepConfig, type SweepResult } from '@projecta/engine';

const SWEEP = {
  base: {
    symbol: 'TEST',
    timeframe: '1d',
    start: '2022-01-01',
    end: '2022-07-01',
    strategy: { name: 'dual_sma', params: { fast: 5, slow: 15 } },
    execution: { fee_bps: 1 },
  },
  grid: { fast: [3, 5, 30], slow: '10:30:10', 'risk.rebalance': ['on_change', 'every_bar'], long_only: [false, true] },
  overfitting: { blocks: 4, samples: 20 },
} satisfies SweepConfig;

/** A small judged sweep with every kind of column, skipped combinations included. `changes` replaces its keys. */
export function exampleSweep(changes: Partial<SweepConfig> = {}): Promise<SweepResult> {
  return runSweep({ sweep: { ...SWEEP, ...changes } });
}

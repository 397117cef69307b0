import { runSweep, type SweepConfig, type SweepResult } from '@projecta/engine';

const BASE: SweepConfig['base'] = {
  ...{ symbol: 'TEST', timeframe: '1d', start: '2021-01-01', end: '2022-01-01' },
  strategy: { name: 'dual_sma' },
  execution: { fee_bps: 2 },
};

/** A real sweep of the engine for specs over a year of TEST, unless the config says otherwise. */
export function sweep(config: Omit<SweepConfig, 'base'> & { readonly base?: Partial<SweepConfig['base']> }): Promise<SweepResult> {
  return runSweep({ sweep: { ...config, base: { ...BASE, ...config.base } } });
}

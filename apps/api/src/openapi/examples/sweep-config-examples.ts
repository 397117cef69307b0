const DAY = { symbol: 'TEST', timeframe: '1m', start: '2024-01-01', end: '2024-01-02' };
const YEAR = { symbol: 'TEST', timeframe: '1h', start: '2023-01-01', end: '2024-01-01' };

/** Of which the other examples tell. */
export const SAMPLE_SWEEP = {
  base: { ...DAY, strategy: { name: 'dual_sma' }, risk: { model: 'fixed_fraction', params: { fraction: 0.1 } } },
  grid: { fast: '5:15:5', slow: [15, 30, 60] },
  objective: 'sharpe',
};

/** SweepConfigs that show what there is: a grid, random draws, and a search that is judged. */
export const SWEEP_EXAMPLES: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>> = {
  grid: { summary: 'A grid: every combination of values; fast 15 with slow 15 is skipped', value: SAMPLE_SWEEP },
  random: {
    summary: 'Random draws, of parameters, risk and execution; of few combinations some are drawn twice',
    value: {
      base: { ...YEAR, strategy: { name: 'rsi_reversion' }, seed: 7 },
      random: {
        trials: 50,
        window: { min: 5, max: 60, scale: 'log' },
        oversold: { min: 10, max: 40, step: 5 },
        'risk.params.fraction': { min: 0.1, max: 1 },
        'execution.fill_price': { values: ['open_next', 'typical_next'] },
      },
      objective: 'calmar',
    },
  },
  overfitting: {
    summary: 'A grid that is judged: is the best more than the best of many tries?',
    value: {
      base: { ...YEAR, strategy: { name: 'ema_cross' }, execution: { fee_bps: 2, slippage_bps: 1 } },
      grid: { fast: '12:48:12', slow: '96:240:48', 'risk.stop_loss': [0.02, 0.05] },
      objective: 'sortino',
      overfitting: { blocks: 16, samples: 1000, benchmark: 'buy_and_hold' },
    },
  },
};

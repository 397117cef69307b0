/** A small run; `n` makes it another one. */
export function smallRun(n = 0): object {
  return {
    symbol: 'TEST',
    timeframe: '1d',
    start: '2023-01-01',
    end: '2024-01-01',
    strategy: { name: 'dual_sma', params: { fast: 5, slow: 20 } },
    seed: n,
  };
}

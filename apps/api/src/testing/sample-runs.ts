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

/** Thirty daily bars at a price. */
export function flatCsv(price: number): string {
  const row = (n: number): string => `2024-01-${String(n + 1).padStart(2, '0')},${price},${price + n},${price},${price}`;
  return ['date,open,high,low,close', ...Array.from({ length: 30 }, (_, n) => row(n))].join('\n');
}

/** A run on them, under any symbol. */
export function momentumOf(symbol: string): object {
  return { symbol, timeframe: '1d', start: '2024-01-01', end: '2024-02-01', strategy: { name: 'momentum', params: { lookback: 2 } } };
}

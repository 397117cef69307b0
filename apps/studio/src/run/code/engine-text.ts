import { isObject, type Json } from '../config/json.js';
import { tsLiteral } from './ts-literal.js';

const RUN = `
console.log(run.run_hash, run.metrics.sharpe, run.metrics.total_return);
`;

/** A module that computes a config by itself, with the engine: the same run_hash, the same bits. Candles of a data set come from the service. */
export function engineText(config: Json, baseUrl: string): string {
  const { symbol, timeframe } = isObject(config) ? config : {};
  if (symbol === 'TEST') {
    return `import { runBacktest } from '@projecta/engine';

const run = await runBacktest({
  config: ${tsLiteral(config, '  ')},
});${RUN}`;
  }
  return `import { createClient } from '@projecta/client';
import { runBacktest, type RunConfig } from '@projecta/engine';

const config: RunConfig = ${tsLiteral(config)};

const client = createClient({ baseUrl: ${tsLiteral(baseUrl)} });
const columns = new Map<string, number[]>();
for (let cursor: string | undefined | null; cursor !== null; ) {
  const page = await client.candles({ symbol: ${tsLiteral(symbol ?? '')}, timeframe: ${tsLiteral(timeframe ?? '')}, limit: 10_000, ...(cursor && { cursor }) });
  for (const [name, values] of Object.entries(page.columns)) {
    columns.set(name, (columns.get(name) ?? []).concat(values.map((value) => value ?? NaN)));
  }
  cursor = page.next_cursor;
}
const column = (name: string) => Float64Array.from(columns.get(name) ?? []);

const run = await runBacktest({
  config,
  candles: {
    ts: column('ts'),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    ...(columns.has('volume') && { volume: column('volume') }),
    ...(columns.has('vwap') && { vwap: column('vwap') }),
  },
});${RUN}`;
}

import type { RunConfig } from '../config/run-config.js';

/** A small config that runs as it stands: 120 daily bars of TEST. */
export const BASE: RunConfig = {
  symbol: 'TEST',
  timeframe: '1d',
  start: '2024-01-01',
  end: '2024-04-30',
  strategy: { name: 'dual_sma', params: { fast: 5, slow: 15 } },
};

/** BASE with one value put at a JSON pointer; objects and lists on the way are made. */
export function baseWith(pointer: string, value: unknown): RunConfig {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return put(BASE, keys, value) as RunConfig;
}

function put(into: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = (into as Record<string, unknown> | undefined)?.[key];
  if (into === undefined && /^\d+$/.test(key)) return [put(inner, rest, value)];
  const changed = { ...(into as object) };
  Object.defineProperty(changed, key, { value: put(inner, rest, value), enumerable: true, configurable: true, writable: true });
  return changed;
}

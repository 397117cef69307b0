import { isPlainObject } from '@projecta/plugin';
import type { NormalizedIndicator } from './normalized-run-config.js';

/**
 * Fine-print B2: windows that a dual_sma strategy leaves out come from the config's `dual_sma` indicator,
 * else from exactly two `sma` indicators (shorter, longer), else from the defaults.
 */
export function dualSmaWindows(submitted: unknown, indicators: readonly NormalizedIndicator[]): Readonly<Record<string, unknown>> {
  const params = isPlainObject(submitted) ? submitted : {};
  const found = windowsOf(indicators);
  if (!found) return params;
  const has = (...names: string[]) => names.some((name) => params[name] !== undefined);
  return {
    ...params,
    ...(has('fast', 'short_window') ? {} : { fast: found.fast }),
    ...(has('slow', 'long_window') ? {} : { slow: found.slow }),
  };
}

function windowsOf(indicators: readonly NormalizedIndicator[]): { readonly fast: unknown; readonly slow: unknown } | undefined {
  const dual = indicators.find((one) => one.name === 'dual_sma');
  if (dual) return { fast: dual.params['fast'], slow: dual.params['slow'] };
  const windows = indicators.filter((one) => one.name === 'sma').map((one) => Number(one.params['window']));
  return windows.length === 2 ? { fast: Math.min(...windows), slow: Math.max(...windows) } : undefined;
}

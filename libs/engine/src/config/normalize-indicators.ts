import { isPlainObject } from '@projecta/plugin';
import type { Catalogue } from '../catalogue.js';
import type { NormalizedIndicator } from './normalized-run-config.js';
import { checkCall } from './plugin-call.js';
import type { RunConfig } from './run-config.js';

/** Indicators as a config names them, with canonical parameter names and defaults written out; those with problems are left for the checks to name. */
export function normalizeIndicators(indicators: RunConfig['indicators'] = [], catalogue: Catalogue): NormalizedIndicator[] {
  return indicators.flatMap((one) => {
    if (!isPlainObject(one) || typeof one.name !== 'string') return [];
    const { params, problems } = checkCall(catalogue, 'indicator', { name: one.name, params: one.params, namePath: '', paramsPath: '' });
    return problems.length > 0 ? [] : [{ name: one.name, params }];
  });
}

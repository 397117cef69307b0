import type { Candles } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import type { NormalizedSweep } from './sweep-config.js';

/**
 * Refuses, before anything is run, a sweep whose returns cannot be cut into the blocks it is to be judged by.
 * @throws ProjectaError TOO_FEW_BARS
 */
export function requireBlocks({ overfitting: asked }: NormalizedSweep, candles: Candles): void {
  const blocks = Number(asked?.['blocks'] ?? 0);
  const returns = candles.ts.length - 1;
  if (returns >= blocks) return;
  const message = `The sweep's runs have ${returns} bar returns, and they cannot be cut into ${blocks} blocks. Take fewer blocks or a wider span.`;
  throw new ProjectaError('TOO_FEW_BARS', message, [{ path: '/overfitting/blocks', code: 'TOO_FEW_BARS', message }]);
}

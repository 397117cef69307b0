import { ValidationFailed } from '@projecta/errors';
import type { NormalizedRunConfig } from './normalized-run-config.js';

const IMPLEMENTED = new Set(['permutation', 'causality']);

/** Refuses what is declared but not built yet, rather than leaving it out of the answer in silence. */
export function notImplemented({ validation }: NormalizedRunConfig): void {
  const missing = Object.keys(validation).filter((method) => !IMPLEMENTED.has(method));
  if (missing.length === 0) return;
  throw new ValidationFailed(
    missing.map((method) => ({
      path: `/validation/${method}`,
      code: 'NOT_IMPLEMENTED' as const,
      message: `${method} is not implemented yet; leave it out.`,
    })),
    'The RunConfig',
  );
}

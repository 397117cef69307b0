import type { ErrorCode } from '@projecta/errors';

/** A code in words: RUN_NOT_FOUND is "Run not found". */
export function problemTitle(code: ErrorCode): string {
  const words = code.toLowerCase().replaceAll('_', ' ').replace('json', 'JSON');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

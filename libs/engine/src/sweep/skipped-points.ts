import type { ErrorCode, Problem } from '@projecta/errors';
import type { GridPoint } from '@projecta/validation';

/** One reason for which points were skipped. */
export interface SkippedReason {
  readonly path: string;
  readonly code: ErrorCode;
  /** Points with this problem; a point may have several. */
  readonly count: number;
  /** What was wrong with the first of them, and its values. */
  readonly message: string;
  readonly params: GridPoint;
}

/** Points whose own run would be refused. */
export interface SkippedPoints {
  readonly count: number;
  readonly reasons: readonly SkippedReason[];
}

/** Counts skipped points by the place and kind of what is wrong: memory does not grow with their number. */
export function skippedPoints(): { add(params: GridPoint, problems: readonly Problem[]): void; all(): SkippedPoints } {
  const reasons = new Map<string, SkippedReason>();
  let count = 0;
  return {
    add(params, problems) {
      count++;
      for (const { path, code, message } of problems) {
        const key = `${path} ${code}`;
        const known = reasons.get(key);
        reasons.set(key, known ? { ...known, count: known.count + 1 } : { path, code, count: 1, message, params });
      }
    },
    all: () => ({ count, reasons: [...reasons.values()] }),
  };
}

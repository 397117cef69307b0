import { counted } from '../design/number-words.js';
const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago an instant was, in the largest unit that fits; the date alone after a month. */
export function timeAgo(then: number, now: number): string {
  const passed = Math.max(0, now - then);
  if (passed > 30 * 86_400_000) return new Date(then).toISOString().slice(0, 10);
  for (const [unit, size] of STEPS) {
    const count = Math.floor(passed / size);
    if (count > 0) return `${counted(count, unit)} ago`;
  }
  return 'just now';
}

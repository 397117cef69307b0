import type { RunCheck } from '@projecta/client';
import { counted } from '../../design/number-words.js';

/** How much work a run is, in words: "17,544 bars, 200 trials, about 1 s of work". */
export function workWords({ bars, trials, estimated_ms }: RunCheck['estimate']): string {
  return [counted(bars, 'bar'), trials > 0 && counted(trials, 'trial'), `about ${durationWords(estimated_ms)} of work`]
    .filter(Boolean)
    .join(', ');
}

/** A time to wait, roughly. */
export function durationWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

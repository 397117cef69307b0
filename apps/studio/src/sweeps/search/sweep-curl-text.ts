import { shellWord } from '../../run/code/curl-text.js';

/** The call that begins a sweep, for a shell; the answer is held until the sweep has ended, at most a minute. */
export function sweepCurlText(sweep: object, baseUrl: string): string {
  return [
    `curl -sS ${shellWord(`${baseUrl}/sweeps`)}`,
    `-H 'Content-Type: application/json'`,
    `-H 'Prefer: wait=60'`,
    `-d ${shellWord(JSON.stringify(sweep, null, 2))}`,
  ].join(' \\\n  ');
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Strategies that misbehave, as a plug-in file in a folder; answers its path. */
export function misbehavingPlugins(folder: string): string {
  const path = join(folder, 'misbehaving.mjs');
  writeFileSync(path, PLUGINS);
  return path;
}

const PLUGINS = `
import { defineStrategy, int } from '@projecta/engine';
import { writeFileSync } from 'node:fs';

const about = (name) => ({ name, version: '1.0.0', title: name, description: 'Misbehaves.', warmup: () => 0 });

/** Throws at its first bar. */
export const broken = defineStrategy({
  ...about('broken'), params: { n: int({ min: 0, default: 0 }) },
  onBar() { throw new Error('secret: it divides by zero'); },
});

/** Takes a while: n ms of the clock. */
export const slow = defineStrategy({
  ...about('slow'), params: { n: int({ min: 0, default: 0 }) },
  onBar(view, state, { n }) { if (view.t === 0) for (const end = performance.now() + n; performance.now() < end; ); return 1; },
});

/** Never comes to an end, and writes down that it is still at it. */
export const endless = defineStrategy({
  ...about('endless'), params: { n: int({ min: 0, default: 0 }) },
  onBar(view, state, { n }) {
    for (let last = 0; ; ) {
      if (Date.now() - last < 5) continue;
      last = Date.now();
      writeFileSync(new URL('still-' + n, import.meta.url), String(last));
    }
  },
});
`;

/** When the n-th endless one was last at it, epoch ms. */
export function lastSpin(folder: string, n: number): number {
  return Number(readFileSync(join(folder, `still-${n}`), 'utf8'));
}

/** A config of one of them; `n` makes it another run, and is how long the slow one spins for each of its some 40 passes. */
export function misbehaving(name: 'broken' | 'endless' | 'slow', n = 0): object {
  return { symbol: 'TEST', timeframe: '1d', start: '2024-01-01', end: '2024-03-01', strategy: { name, params: { n } } };
}

import { expect, test } from '@jest/globals';
import type { Candles } from '@projecta/candles';
import { computeIndicator } from '@projecta/plugin';
import { readVectors } from '@projecta/testing';
import { build, type Plugin } from 'esbuild';
import * as longTail from './index.js';

const WORKSPACE = import.meta.url.slice('file://'.length, import.meta.url.indexOf('/libs/indicators/src/'));

const libraries: Plugin = {
  name: 'libraries',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@projecta\// }, ({ path }) => ({ path: `${WORKSPACE}/libs/${path.slice('@projecta/'.length)}/src/index.ts` })),
};

/** Globals of browsers, workers and Node, none of which the bundle may need. */
const HIDDEN = [
  'window',
  'self',
  'globalThis',
  'global',
  'document',
  'navigator',
  'process',
  'require',
  'module',
  'exports',
  'console',
  'Date',
];

/** Bundles `code` for a browser and runs it where hardly anything exists but the language itself. */
async function runBundled<T>(code: string): Promise<{ exports: T; bytes: number }> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: `${WORKSPACE}/libs/indicators/src/long-tail`, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'bundle',
    plugins: [libraries],
    logLevel: 'silent',
    minify: true,
    tsconfigRaw: {},
  });
  const text = outputFiles[0]!.text;
  const run = new Function(...HIDDEN, `'use strict';${text};return bundle`) as () => T;
  return { exports: run(), bytes: text.length };
}

// Node reads the package's dist/index.js, a bundler its lib/: the same code twice, so it had better be the same.
test('in a browser bundle every indicator gives the same bits, without a global of browser or Node', async () => {
  const { candles: columns } = readVectors<{ candles: Record<string, number[]> }>(import.meta.url, 'random_walk.json');
  const candles = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]),
  ) as unknown as Candles;
  const { exports } = await runBundled<{ longTail: typeof longTail; computeIndicator: typeof computeIndicator }>(
    `export * as longTail from './index.js'; export { computeIndicator } from '@projecta/plugin';`,
  );
  expect(Object.keys(exports.longTail).sort()).toEqual(Object.keys(longTail).sort());
  for (const [key, definition] of Object.entries(longTail)) {
    const bundled = exports.computeIndicator(exports.longTail[key as keyof typeof longTail], candles);
    for (const [output, column] of Object.entries(computeIndicator(definition, candles))) {
      expect([key, output, [...bundled[output]!]]).toEqual([key, output, [...column]]);
    }
  }
});

test('one indicator alone leaves the rest of the library out of a bundle', async () => {
  const all = await runBundled(`export * as longTail from './index.js';`);
  const one = await runBundled(`export { trix } from './index.js';`);
  const none = await runBundled(`export { defineIndicator } from '@projecta/plugin';`);
  expect(one.bytes - none.bytes).toBeLessThan((all.bytes - none.bytes) / 2);
});

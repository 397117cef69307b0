// Bundles engine and golden runs into one script that asks nothing of its host: no module loader, no Node, no web API.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** The script's text; once run, `projectaGolden()` gives a promise of the digests as JSON. */
export async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('entry.js', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    target: 'es2022',
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

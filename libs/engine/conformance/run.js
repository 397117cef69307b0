// Runs the golden runs in every JavaScript engine at hand and compares their bits with the frozen ones.
// node libs/engine/conformance/run.js (after a build). Exits 1 on any difference; an engine that cannot be had is skipped and said so.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox } from './browser-hosts.js';
import { bundle } from './bundle.js';
import { jsc } from './jsc-host.js';
import { nodeHost } from './node-hosts.js';
import { NotObtainable } from './not-obtainable.js';
import { copyingWorkers, sharingWorkers } from './pool-hosts.js';

const frozen = JSON.parse(readFileSync(new URL('../vectors/golden.json', import.meta.url), 'utf8')).runs;
const script = await bundle();
const folder = mkdtempSync(join(tmpdir(), 'projecta-conformance-'));
console.log(`${Object.keys(frozen).length} golden runs, ${Math.round(script.length / 1024)} kB of script\n`);
console.log('| engine | version | result |\n|---|---|---|');

let different = 0;
try {
  for (const host of [nodeHost(), nodeHost(20), nodeHost(22), nodeHost(24), chromium, sharingWorkers, copyingWorkers, firefox, jsc]) {
    const { version, differences } = await resultOf(host);
    different += differences.length;
    const shown = differences.slice(0, 5).join(', ') + (differences.length > 5 ? ', …' : '');
    console.log(`| ${host.name} | ${version} | ${differences.length === 0 ? 'equal' : `different: ${shown}`} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = different > 0 ? 1 : 0;

/** Where an engine's digests differ from the frozen ones. */
async function resultOf(host) {
  try {
    const { version, json } = await host.digests(script, folder);
    return { version, differences: differencesOf(json) };
  } catch (error) {
    if (error instanceof NotObtainable) return { version: `skipped: ${error.message}`, differences: [] };
    return { version: '?', differences: [`it failed: ${String(error.message ?? error).split('\n')[0]}`] };
  }
}

function differencesOf(json) {
  let runs;
  try {
    runs = JSON.parse(json);
  } catch {
    return [`no digests but ${JSON.stringify(json.slice(0, 200))}`];
  }
  const names = new Set([...Object.keys(frozen), ...Object.keys(runs)]);
  return [...names].flatMap((name) => {
    const parts = new Set([...Object.keys(frozen[name] ?? {}), ...Object.keys(runs[name] ?? {})]);
    return [...parts].filter((part) => frozen[name]?.[part] !== runs[name]?.[part]).map((part) => `${name}.${part}`);
  });
}

// node libs/artifacts/vectors/write-example-sweep.js: freezes the bytes of the example sweep, from the built library, as example-sweep.json.
import { writeFileSync } from 'node:fs';
import { buildSweepArtifacts } from '../dist/index.js';
import { exampleSweep } from '../dist/testing/example-sweep.js';

const { manifest } = buildSweepArtifacts(await exampleSweep());
const kept = manifest.artifacts.filter(({ name }) => name !== 'report.html');
const digests = Object.fromEntries(kept.map(({ name, sha256 }) => [name, sha256]));
writeFileSync(new URL('example-sweep.json', import.meta.url), `${JSON.stringify(digests, null, 2)}\n`);

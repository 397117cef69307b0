// node libs/artifacts/vectors/write-example-run.js: freezes the bytes of the example run, from the built library, as example-run.json.
import { writeFileSync } from 'node:fs';
import { buildArtifacts } from '../dist/index.js';
import { exampleRun } from '../dist/testing/example-run.js';

const { manifest } = buildArtifacts(await exampleRun());
const kept = manifest.artifacts.filter(({ name }) => name !== 'report.html' && name !== 'equity.svg');
const digests = Object.fromEntries(kept.map(({ name, sha256 }) => [name, sha256]));
writeFileSync(new URL('example-run.json', import.meta.url), `${JSON.stringify(digests, null, 2)}\n`);

// Makes libs/engine/vectors/golden.json anew: node libs/engine/conformance/write-golden.js (after a build).
// Only a change of semantics may change these: it needs a new semantics_version and a word in specs/.
import { writeFileSync } from 'node:fs';
import { goldenDigests } from '../dist/testing/golden-digests.twin.js';

const runs = await goldenDigests();
const text = JSON.stringify({ made_by: 'conformance/write-golden.js', runs }, null, 2);
writeFileSync(new URL('../vectors/golden.json', import.meta.url), `${text}\n`);
console.log(`${Object.keys(runs).length} golden runs frozen.`);

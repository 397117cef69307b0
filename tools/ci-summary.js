// Prints what the last test run came to, alone on a line.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sumTests } from './sum-tests.js';

const { passed, failed } = sumTests(join(dirname(dirname(fileURLToPath(import.meta.url))), 'coverage'));
console.log(`${passed} passed, ${failed} failed`);

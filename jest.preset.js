// One Jest preset for every project; run with --rootDir of the project.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = dirname(fileURLToPath(import.meta.url));

// Jest writes its results into a folder only where there is one.
const results = process.argv[process.argv.indexOf('--outputFile') + 1];
if (process.argv.includes('--outputFile')) mkdirSync(dirname(results), { recursive: true });

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@projecta/([^/]+)$': `${workspace}/libs/$1/src/index.ts`,
    '^@projecta/indicators/long-tail$': `${workspace}/libs/indicators/src/long-tail/index.ts`,
    '^@projecta/([^/]+)/node$': `${workspace}/libs/$1/node/index.ts`,
  },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: `${workspace}/tools/tsconfig.jest.json` }] },
  collectCoverageFrom: ['{src,node}/**/*.ts', '!**/*.{spec,twin,bench}.ts', '!**/index.ts'],
  testTimeout: 60_000,
};

// One Jest preset for every project; run with --rootDir of the project.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = dirname(fileURLToPath(import.meta.url));

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

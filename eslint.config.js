// Lint for the whole house. FLOW is the one drawing of its layers; the boundary rule is made from it.
import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import * as jsonc from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

/** From the top of the house to the ground: a project imports only what stands below it. */
export const FLOW = [
  ['cli'],
  ['api'],
  ['studio'],
  ['client', 'home'],
  ['persistence'],
  ['artifacts'],
  ['report'],
  ['engine'],
  ['validation'],
  ['metrics'],
  ['simulator'],
  ['strategies'],
  ['indicators', 'risk-models', 'slippage'],
  ['plugin'],
  ['candles'],
  ['random'],
  ['numeric'],
  ['hashing'],
  ['errors'],
  ['testing'],
];

const depConstraints = FLOW.flatMap((layer, floor) =>
  layer.map((room) => ({
    sourceTag: `room:${room}`,
    onlyDependOnLibsWithTags: FLOW.slice(floor + 1)
      .flat()
      .map((below) => `room:${below}`),
  })),
);

const wallClockAndChance = [
  { object: 'Math', property: 'random', message: 'Use @projecta/random: results must repeat.' },
  { object: 'Date', property: 'now', message: 'The clock enters at the edge, as an argument.' },
  ...['log', 'log2', 'log10', 'log1p', 'exp', 'expm1', 'pow', 'sin', 'cos', 'tan', 'tanh', 'cbrt', 'hypot'].map((property) => ({
    object: 'Math',
    property,
    message: 'Engines disagree in the last bit; use @projecta/numeric.',
  })),
];

export default tseslint.config(
  { plugins: { '@nx': nx } },
  { ignores: ['**/dist/**', '**/coverage/**', '**/node_modules/**', '**/vectors/**', '**/*.generated.ts'] },
  { files: ['**/*.{ts,tsx,js}'], extends: [eslint.configs.recommended, ...tseslint.configs.strict] },
  {
    files: ['**/*.{ts,tsx,js}'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', performance: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // typed arrays in kernels
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }], // Nest's modules
      '@typescript-eslint/no-import-type-side-effects': 'error', // `import { type X }` alone would still load the module
      'max-lines': ['error', { max: 250 }],
      'max-depth': ['error', 4],
      'prefer-const': 'error',
      eqeqeq: 'error',
      'no-restricted-properties': ['error', ...wallClockAndChance, { object: 'jest', property: 'mock', message: 'Run the real part.' }],
      'no-restricted-syntax': [
        'error',
        { selector: "BinaryExpression[operator='**']", message: 'Engines disagree in the last bit; use @projecta/numeric pow.' },
        { selector: 'ExportAllDeclaration', message: 'Name what the library exports.' },
      ],
    },
  },
  {
    files: ['{libs,apps}/*/{src,node,browser}/**/*.{ts,tsx}', '{src,node,browser}/**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: true, allowCircularSelfDependency: true, allow: [], depConstraints },
      ],
    },
  },
  {
    // a page: what a browser has is known to the compiler
    files: ['apps/studio/**/*.{ts,tsx}'],
    rules: { 'no-undef': 'off' },
  },
  {
    // Nest reads the types of constructor parameters at run time: their imports are values
    files: ['apps/api/src/**/*.ts', 'src/**/*.ts'],
    languageOptions: { parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } },
  },
  {
    files: ['**/*.spec.ts', '**/*.bench.ts', '**/*.twin.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'jest', property: 'mock', message: 'Run the real part.' }],
      'no-restricted-syntax': 'off',
    },
  },
  {
    files: ['**/package.json'],
    languageOptions: { parser: jsonc },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          ignoredFiles: [
            '{projectRoot}/**/*.spec.ts',
            '{projectRoot}/**/*.bench.ts',
            '{projectRoot}/**/*.twin.ts',
            '{projectRoot}/src/testing/**',
            '{projectRoot}/conformance/**',
          ],
          ignoredDependencies: ['@projecta/studio'], // served as files, imported by nobody
          checkVersionMismatches: false,
        },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  // the page is a bundle: what it is made from is not installed with it
  { files: ['apps/studio/package.json'], rules: { '@nx/dependency-checks': 'off' } },
);

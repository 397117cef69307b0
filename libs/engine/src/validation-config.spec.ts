import { describe, expect, test } from '@jest/globals';
import type { RunConfig } from './config/run-config.js';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';
import { validateRunConfig } from './validate-run-config.js';
import { BASE } from './testing/base-config.twin.js';

type Values = Readonly<Record<string, unknown>>;
const problems = (validation: RunConfig['validation']) => validateRunConfig({ ...BASE, validation }).errors;
const grid = (values: object) => problems({ walk_forward: { grid: values } });

describe('what is refused before anything runs', () => {
  test('E9: an odd number of blocks', () => {
    const found = problems({ overfitting: { blocks: 5 }, walk_forward: { grid: { fast: [3, 4] } } });
    expect(found).toEqual([
      {
        path: '/validation/overfitting/blocks',
        code: 'OUT_OF_RANGE',
        message: 'must be an even number, not 5: half of them train, half test.',
      },
    ]);
  });
  test('a grid over what the strategy does not have', () => {
    expect(grid({ fats: [3] })).toEqual([
      expect.objectContaining({
        path: '/validation/walk_forward/grid/fats',
        code: 'UNKNOWN_KEY',
        message: expect.stringContaining('dual_sma has no parameter "fats". Did you mean "fast"?'),
      }),
    ]);
    expect(grid({ 'seed.x': [1], 'validation.permutation.trials': [3] }).map(({ code }) => code)).toEqual(['UNKNOWN_KEY', 'UNKNOWN_KEY']);
    expect(grid({ 'risk.stop_loss': [0.1], 'execution.fee_bps': [1], 'strategy.params.slow': [20] })).toEqual([]);
  });
  test('a value of a grid that its parameter can never have; one out of range is a point to skip', () => {
    expect(grid({ 'strategy.params.slow': [20, 'x'], long_only: [true, 1], fast: [0, 3] })).toEqual([
      expect.objectContaining({ path: '/validation/walk_forward/grid/strategy.params.slow/1', code: 'WRONG_TYPE' }),
      expect.objectContaining({ path: '/validation/walk_forward/grid/long_only/1', code: 'WRONG_TYPE' }),
    ]);
  });
  test('one parameter under two names', () => {
    for (const twice of [
      { fast: [3], short_window: [3] },
      { 'strategy.params.fast': [3], fast: [4] },
    ])
      expect(grid(twice)).toEqual([expect.objectContaining({ code: 'ALIAS_CONFLICT' })]);
  });
  test('more combinations than anyone waits for', () => {
    const many = Array.from({ length: 1001 }, (_, i) => i + 1);
    expect(grid({ fast: many, slow: many })).toEqual([
      expect.objectContaining({
        path: '/validation/walk_forward/grid',
        code: 'LIMIT_EXCEEDED',
        message: expect.stringContaining('1002001 combinations'),
      }),
    ]);
  });
});

describe('what is refused when the bars are known', () => {
  const MARKET = marketOf({ bars: 30 });
  const walk = (walk_forward: Values, rest: Values = {}) => runOn(MARKET, { validation: { walk_forward, ...rest } });
  test('E8: a train segment under two bars, with its numbers', async () => {
    await expect(walk({ folds: 15 })).rejects.toMatchObject({
      code: 'TOO_FEW_BARS',
      message: expect.stringMatching(/30 bars cut into 16 segments.*fold 1 1 bars/),
    });
    await expect(walk({ folds: 2, embargo: 9 })).rejects.toMatchObject({ code: 'TOO_FEW_BARS' });
    await expect(walk({ folds: 2, embargo: 500 })).rejects.toMatchObject({ message: expect.stringContaining('fold 1 0 bars') });
    await expect(walk({ folds: 14 })).resolves.toBeDefined();
    await expect(walk({ folds: 2, embargo: 8 })).resolves.toBeDefined();
  });
  test('E8: a grid without a valid point, with the reason', async () => {
    await expect(walk({ grid: { fast: [9, 20], slow: [4, 9] } })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [
        {
          path: '/validation/walk_forward/grid',
          code: 'OUT_OF_RANGE',
          message: expect.stringMatching(/no combination that can run. The first, fast 9, slow 4, is refused: .*fast/),
        },
      ],
    });
    await expect(walk({ grid: { slow: [29, 40] } })).resolves.toBeDefined();
    await expect(walk({ grid: { slow: [30, 40] } })).rejects.toMatchObject({
      errors: [{ message: expect.stringContaining('needs at least 31 bars (its warm-up of 29 + 2); the run has 30') }],
    });
  });
  test('before the other methods have spent their time', async () => {
    const told = new Set<string>();
    const validation = { permutation: { trials: 5 }, walk_forward: { folds: 15 } };
    await expect(runOn(MARKET, { validation }, { onProgress: ({ stage }) => void told.add(stage) })).rejects.toBeDefined();
    expect(told).not.toContain('permutation');
  });
});

describe('a grid by other names', () => {
  const MARKET = marketOf({ bars: 120, seed: 4 });
  const walked = async (gridOf: object) =>
    (await runOn(MARKET, { validation: { walk_forward: { folds: 3, grid: gridOf }, overfitting: { blocks: 4, samples: 5 } } })).validation;
  test('aliases and whole paths are the parameter itself, in its order', async () => {
    const plain = await walked({ fast: [2, 4], slow: [6, 9] });
    expect(await walked({ long_window: [6, 9], 'strategy.params.fast': [2, 4] })).toEqual(plain);
    expect(plain.overfitting!.best).toEqual({ fast: expect.anything(), slow: expect.anything() });
  });
  test('a path reaches risk and execution, checked as a config is', async () => {
    const { walk_forward, overfitting } = await walked({
      'risk.params.fraction': [0.5, 7],
      'risk.stop_loss': [0.02, 0.1],
      'execution.fee_bps': [0],
    });
    expect(overfitting!.trials).toBe(2); // a fraction of 7 is refused
    for (const { params } of walk_forward!.folds)
      expect(params).toMatchObject({ fast: 3, 'risk.params.fraction': 0.5, 'execution.fee_bps': 0 });
    expect(Object.keys(walk_forward!.stability)).toEqual(['execution.fee_bps', 'risk.params.fraction', 'risk.stop_loss']);
  });
});

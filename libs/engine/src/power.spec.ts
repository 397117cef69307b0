import { describe, expect, test } from '@jest/globals';
import { closeStrategy } from './testing/peeking.twin.js';
import { plantedEdge } from './testing/planted-edge.twin.js';
import { runOn } from './testing/run-on.twin.js';

const MARKET = plantedEdge(300, 0.5);
const MOMENTUM = { name: 'momentum', params: { lookback: 1 } };
const WALK = { folds: 3, grid: { lookback: [1, 2, 12] } };

describe('on a series with a planted edge', () => {
  test('the permutation p-value falls below 0.01', async () => {
    const { validation } = await runOn(MARKET, { strategy: MOMENTUM, validation: { permutation: { trials: 199 } } });
    expect(validation.permutation!.p_value).toBeLessThan(0.01);
    expect(validation.permutation!.verdict).toContain('Chance hardly ever does this well.');
  });
  test('so it does of a walk-forward that has to find it, and a search is not blamed for it', async () => {
    const { validation } = await runOn(MARKET, {
      strategy: MOMENTUM,
      validation: { permutation: { trials: 120 }, walk_forward: WALK, overfitting: { blocks: 6, samples: 199 } },
    });
    expect(validation.permutation).toMatchObject({ of: 'walk_forward' });
    expect(validation.permutation!.p_value).toBeLessThan(0.01);
    const { spa_p, reality_check_p, sidak_p, best } = validation.overfitting!;
    for (const p of [spa_p, reality_check_p, sidak_p]) expect(p).toBeLessThanOrEqual(0.01);
    expect(best).toEqual({ lookback: 1 });
  });
  test('without the edge it does not', async () => {
    const { validation } = await runOn(plantedEdge(300, 0), { strategy: MOMENTUM, validation: { permutation: { trials: 60 } } });
    expect(validation.permutation!.p_value).toBeGreaterThan(0.05);
  });
  test('with look-ahead the run fails with LOOK_AHEAD before any statistics', async () => {
    const peeking = closeStrategy('tomorrow_s_move', (close, t) => Math.sign(close[t + 1]! - close[t]!));
    const told = new Set<string>();
    const run = runOn(
      MARKET,
      { strategy: { name: peeking.name }, validation: { permutation: { trials: 199 }, walk_forward: {} } },
      { plugins: [peeking], onProgress: ({ stage }) => void told.add(stage) },
    );
    await expect(run).rejects.toMatchObject({ code: 'LOOK_AHEAD' });
    for (const stage of ['metrics', 'permutation', 'walk_forward']) expect(told).not.toContain(stage);
  });
});

import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { firstDifference, rowsOf } from './agreement.twin.js';
import { rulesReached } from './coverage.twin.js';
import { naiveSimulate } from './naive.twin.js';
import { simulate } from './simulate.js';
import { simulationArbitrary } from './simulation-arbitrary.twin.js';
import { simulationOf } from './simulation-plan.twin.js';

const RUNS = 3000;

describe('the simulator and its naive twin', () => {
  test('agree on random simulations, which together reach every rule', () => {
    const counts = new Map<string, number>();
    fc.assert(
      fc.property(simulationArbitrary(), (plan) => {
        const naive = naiveSimulate(simulationOf(plan));
        const fast = rowsOf(simulate(simulationOf(plan)));
        for (const rule of rulesReached(plan, naive)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
        expect(firstDifference(fast, naive, plan.execution.initial_cash)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
    console.log([...counts].sort((a, b) => a[1] - b[1]));
  });
});

import { describe, expect, test } from '@jest/globals';
import { checkParams, type VectorStrategy } from '@projecta/plugin';
import { caseNames, loadCase } from '@projecta/testing';
import { directionsOf, heldDirections } from './directions-of.twin.js';
import * as builtin from './index.js';

/** A random config's strategy with the direction changes an independent implementation gets. */
interface Expected {
  readonly bars: number;
  readonly config: { readonly strategy: { readonly name: string; readonly params: Readonly<Record<string, number | boolean | string>> } };
  readonly decisions: { readonly direction_changes: readonly { readonly bar: number; readonly direction: number }[] };
}

const STRATEGIES: Readonly<Record<string, VectorStrategy>> = builtin;

function changesOf(directions: readonly number[]) {
  return directions.flatMap((direction, bar) => (direction === (directions[bar - 1] ?? 0) ? [] : [{ bar, direction }]));
}

describe('directions of the random configs', () => {
  const reached = new Set<string>();
  test.each(caseNames())('%s: the direction changes of an independent implementation', (caseName) => {
    const { candles, expected } = loadCase<Expected>(caseName);
    const { name, params } = expected.config.strategy;
    const strategy = STRATEGIES[name]!;
    expect(checkParams(strategy.params, params, '').params).toEqual(params);
    expect(candles.close).toHaveLength(expected.bars);
    const held = heldDirections(directionsOf(strategy, candles, params), params);
    expect(changesOf(held)).toEqual(expected.decisions.direction_changes);
    reached.add(name);
  });

  test('reach every strategy', () => {
    expect([...reached].sort()).toEqual(Object.keys(builtin).sort());
  });
});

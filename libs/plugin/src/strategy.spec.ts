import { expect, test } from '@jest/globals';
import { int } from './param.js';
import { defineStrategy, inputsOf } from './strategy.js';

const about = { name: 'mine', title: 'Mine', description: 'Mine.' };

test('a vector strategy reads its inputs and those that its parameters name, each once', () => {
  const strategy = defineStrategy({
    ...about,
    params: { window: int({ min: 1, default: 3 }) },
    inputs: ['close', 'volume'],
    inputsOf: ({ window }) => (window > 5 ? ['vwap', 'close', 'vwap'] : []),
    target: () => undefined,
  });
  expect(inputsOf(strategy, { window: 3 })).toEqual(['close', 'volume']);
  expect(inputsOf(strategy, { window: 6 })).toEqual(['close', 'volume', 'vwap']);
});

test('a strategy without inputs, or in step form, reads none', () => {
  expect(inputsOf(defineStrategy({ ...about, params: {}, target: () => undefined }), {})).toEqual([]);
  expect(inputsOf(defineStrategy({ ...about, params: {}, onBar: () => 1 }), {})).toEqual([]);
});

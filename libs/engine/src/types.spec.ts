import { expect, test } from '@jest/globals';
import { typeErrors } from './testing/type-errors.twin.js';

const IMPORTS = `
import { macd, sma } from '@projecta/indicators';
import { choice, defineIndicator, defineRiskModel, defineStrategy, flag, int, real } from '@projecta/plugin';
import { dual_sma } from '@projecta/strategies';
const about = { name: 'mine', version: '1', title: 'Mine', description: 'Mine.' };
`;

const vector = (body: string, features = '({ fast }) => ({ quick: sma.of({ window: fast }), lines: macd.of() })') => `
export const mine = defineStrategy({
  ...about,
  params: { fast: int({ min: 1, default: 3 }), mode: choice(['a', 'b'], { default: 'a' }), k: real({ default: 2 }), on: flag({ default: true }) },
  inputs: ['close'],
  features: ${features},
  target({ close, quick, lines }, { fast, mode, k, on }, out) { ${body} },
});`;

const step = (body: string) => `
export const mine = defineStrategy({
  ...about,
  params: { fast: int({ min: 1, default: 3 }), needed: int({ min: 1 }) },
  features: ({ fast }) => ({ quick: sma.of({ window: fast }), lines: macd.of() }),
  start: () => ({ count: 0 }),
  onBar(view, state: { count: number }, params) { ${body} },
});`;

const indicator = (body: string) => `
export const mine = defineIndicator({
  ...about,
  params: { window: int({ min: 1, default: 3 }) },
  inputs: ['high', 'low'],
  outputs: ['upper', 'lower'],
  warmup: ({ window }) => window - 1,
  compute({ high, low }, { window }, { upper, lower }) { ${body} },
});`;

const config = (rest: string) => `
import type { RunConfig } from './config/run-config.js';
const span = { symbol: 'TEST', timeframe: '1d', start: '2024-01-01', end: 0 } as const;
export const x: RunConfig = { ...span, ${rest} };`;

/** Each snippet with what the compiler must say about it; null where it must be content. */
const SNIPPETS: Readonly<Record<string, readonly [code: string, complaint: RegExp | null]>> = {
  'indicator.of with its parameter': ['export const x = [sma.of({ window: 5 }), sma.of(), sma.of({ window: 5 }, "high")];', null],
  'indicator.of with a misspelt parameter': ['export const x = sma.of({ windw: 5 });', /'windw' does not exist/],
  'indicator.of with a string for a number': ['export const x = sma.of({ window: "5" });', /'string' is not assignable to type 'number'/],
  'indicator.of with a column that is none': ['export const x = sma.of({ window: 5 }, "closs");', /'"closs"' is not assignable/],
  'strategy.with its parameters': ['export const x = [dual_sma.with({ fast: 5, slow: 9, long_only: true }), dual_sma.with()];', null],
  'strategy.with a misspelt parameter': ['export const x = dual_sma.with({ fst: 1 });', /'fst' does not exist/],
  'strategy.with a wrong type': ['export const x = dual_sma.with({ long_only: 1 });', /'number' is not assignable to type .*"flag"/],
  'a required parameter left out': [`${step('return 1;')} export const x = mine.with({ fast: 1 });`, /'needed' is missing/],
  'a required parameter given': [`${step('return 1;')} export const x = mine.with({ needed: 1 });`, null],
  'target with its columns': [vector('out[0] = close[0]! + quick[0]! + lines.signal[0]! + fast + k + (on && mode === "a" ? 1 : 0);'), null],
  'target with a feature that is none': [vector('out[0] = 1;').replace('close, quick', 'close, quik'), /'quik' does not exist/],
  'target with an output that is none': [vector('out[0] = lines.sgnal[0]!;'), /'sgnal' does not exist/],
  'target with a column it did not ask for': [vector('out[0] = 1;').replace('{ close,', '{ open,'), /'open' does not exist/],
  'target with a many-output feature as a column': [
    vector('out[0] = lines[0]!;'),
    /'0' can't be used to index|implicitly has an 'any' type/,
  ],
  'target with a parameter that is none': [vector('out[0] = 1;').replace('{ fast, mode,', '{ fats, mode,'), /'fats' does not exist/],
  'target with a choice that is none': [vector('out[0] = mode === "c" ? 1 : 0;'), /no overlap/],
  'features from a parameter that is none': [
    vector('out[0] = 1;', '({ fats }) => ({ quick: sma.of({ window: fats }), lines: macd.of() })'),
    /'fats' does not exist/,
  ],
  'inputs that are no columns': [
    vector('out[0] = 1;').replace("inputs: ['close']", "inputs: ['closs']"),
    /'"closs"' is not assignable|'closs'/,
  ],
  'view.feature by name, and by name and output': [
    step('state.count++; return view.feature("quick") + view.feature("lines.signal", 1) + params.needed;'),
    null,
  ],
  'view.feature of none': [step('return view.feature("quik");'), /'"quik"' is not assignable/],
  'view.feature of many outputs without one': [step('return view.feature("lines");'), /'"lines"' is not assignable/],
  'view.column of none': [step('return view.closs();'), /'closs' does not exist/],
  'a step strategy that returns a word': [step('return "long";'), /'string' is not assignable to type 'number'/],
  'compute with its columns': [indicator('upper[window] = high[0]!; lower[window] = low[0]!;'), null],
  'compute with an output that is none': [
    indicator('upper[window] = high[0]!;').replace('{ upper, lower }', '{ uper, lower }'),
    /'uper' does not exist/,
  ],
  'compute with an input that is none': [
    indicator('upper[window] = high[0]!;').replace('{ high, low }', '{ high, close }'),
    /'close' does not exist/,
  ],
  'a config with a strategy written by hand or by with': [
    `${config("strategy: { name: 'rsi_reversion' }")} export const y: RunConfig = { ...x, strategy: dual_sma.with({ fast: 5 }) };`,
    null,
  ],
  'a config with a misspelt key': [config("strategy: { name: 'momentum' }, execution: { fee_bsp: 1 }"), /'fee_bsp' does not exist/],
  'a config with a fill price that is none': [
    config("strategy: { name: 'momentum' }, execution: { fill_price: 'open' }"),
    /'"open"' is not assignable/,
  ],
  'a config without a strategy': [config('seed: 1'), /'strategy' is missing/],
  'a risk model with a column it did not ask for': [
    "export const x = defineRiskModel({ ...about, params: {}, inputs: ['close'], bind: ({ open }) => (t) => open[t]! });",
    /'open' does not exist/,
  ],
};

test.each(Object.entries(SNIPPETS).map(([name, [, complaint]]) => [name, complaint] as const))('%s: %p', (name, complaint) => {
  const messages = found()[name]!;
  if (complaint === null) expect(messages).toEqual([]);
  else expect(messages).toEqual(expect.arrayContaining([expect.stringMatching(complaint)]));
});

/** All snippets are compiled once, on first use. */
const found = (() => {
  let errors: ReturnType<typeof typeErrors> | undefined;
  return () =>
    (errors ??= typeErrors(Object.fromEntries(Object.entries(SNIPPETS).map(([name, [code]]) => [name, IMPORTS + code])), import.meta.url));
})();

import { benchRatios, printBench } from '@projecta/testing';
import { exp, log, log10, log1p, normalCdf, normalQuantile, pow } from '../index.js';

// Deterministic functions against the engine's own (whose last bits differ from engine to engine). The floor is a call that does nothing.
const N = 100_000;
const values = Float64Array.from({ length: N }, (_, i) => ((i * 7_919) % 104_729) / 104_730 + 1e-6);

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  identity: (x) => x,
  'Math.log': (x) => Math.log(x),
  log,
  log1p,
  log10,
  'Math.exp': (x) => Math.exp(x),
  exp,
  'Math.pow': (x) => Math.pow(x, 1.7),
  pow: (x) => pow(x, 1.7),
  normalCdf: (x) => normalCdf(x * 4 - 2),
  normalQuantile,
};

function sumOf(f: (x: number) => number): number {
  let sum = 0;
  for (let i = 0; i < N; i++) sum += f(values[i]!);
  return sum;
}

printBench('Elementary functions', benchRatios(Object.entries(FUNCTIONS).map(([name, f]) => ({ name, run: () => sumOf(f), per: N }))));

import { testCandles } from '@projecta/candles';
import { catalogueOf, ProjectaError } from '@projecta/engine';
import { quote, suggestion } from '@projecta/errors';
import { checkParams, type Params, type ParamsOf } from '@projecta/plugin';
import { setImmediate } from 'node:timers/promises';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { namedTimings } from './timings.js';

export interface BenchModelsOptions {
  readonly iterations: number;
  readonly riskModels?: readonly string[];
  readonly slippage?: readonly string[];
}

const START = 1_704_067_200_000; // 2024-01-01
const DAY = 86_400_000;
const QUANTITY = 10;
const MINUTES_A_YEAR = 525_600;
/** Values for parameters that have no default. */
const REQUIRED: Readonly<Record<string, number>> = {
  p_win: 0.55,
  payoff_ratio: 1.2,
  spread_pct: 0.001,
  participation_pct: 0.1,
  coefficient: 1,
  lookback: 20,
};

/** `projecta bench models`: microseconds a model takes to be bound and asked at every bar of a day of minutes. */
export async function benchModels({ iterations, riskModels, slippage }: BenchModelsOptions, { terminal }: Context): Promise<ExitCode> {
  const candles = testCandles('1m', START, START + DAY);
  const bars = candles.ts.length;
  const catalogue = catalogueOf();
  const risk = pick(catalogue.risk_model, riskModels, 'UNKNOWN_RISK_MODEL');
  const slip = pick(catalogue.slippage_model, slippage, 'UNKNOWN_SLIPPAGE_MODEL');
  const columns = candles as Required<typeof candles>;

  const passes: (readonly [string, () => number])[] = [
    ...risk.map((model): [string, () => number] => [
      `risk:${model.name}`,
      () => {
        const weight = model.bind(columns, values(model.params), { periodsPerYear: MINUTES_A_YEAR });
        let sum = 0;
        for (let t = 0; t < bars; t++) sum += weight(t, 1 - (t & 1) * 2);
        return sum;
      },
    ]),
    ...slip.map((model): [string, () => number] => [
      `slippage:${model.name}`,
      () => {
        const price = model.bind(candles, values(model.params));
        let sum = 0;
        for (let t = 1; t < bars; t++) sum += price(candles.open[t]!, 1 - (t & 1) * 2, QUANTITY, t, t - 1);
        return sum;
      },
    ]),
  ];
  const answer: Record<string, object> = {};
  for (const [name, pass] of passes) answer[name] = { iterations, bars, ...namedTimings(await measure(pass, iterations), 'us') };
  terminal.print(JSON.stringify(answer, undefined, 2));
  return EXIT.done;
}

async function measure(pass: () => number, iterations: number): Promise<number[]> {
  const microseconds: number[] = [];
  pass(); // compiled before it is measured
  for (let i = 0; i < iterations; i++) {
    const start = performance.now();
    pass();
    microseconds.push((performance.now() - start) * 1000);
    if (i % 64 === 0) await setImmediate(); // an interrupt gets its turn
  }
  return microseconds;
}

function pick<T>(
  models: ReadonlyMap<string, T>,
  names: readonly string[] | undefined,
  code: 'UNKNOWN_RISK_MODEL' | 'UNKNOWN_SLIPPAGE_MODEL',
): T[] {
  return (names ?? [...models.keys()]).map((name) => {
    const model = models.get(name);
    if (model !== undefined) return model;
    const known = [...models.keys()];
    throw new ProjectaError(code, `There is no model ${quote(name)}.${suggestion(name, known)} There are ${known.join(', ')}.`);
  });
}

function values(params: Params): ParamsOf<Params> {
  const required = Object.keys(params).filter((name) => params[name]!.default === undefined && REQUIRED[name] !== undefined);
  return checkParams(params, Object.fromEntries(required.map((name) => [name, REQUIRED[name]])), '').params as ParamsOf<Params>;
}

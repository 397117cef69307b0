import { checkParams, computeIndicator, type IndicatorColumns, inputsOf, type VectorStrategy } from '@projecta/plugin';
import { benchRatios, columnPool, plainSum, printBench } from '@projecta/testing';
import { candlesOf } from '../directions-of.twin.js';
import { dual_sma } from '../dual-sma.js';
import { rules } from '../rules.js';
import { walk } from './walk.twin.js';

const RULE_SETS: Readonly<Record<string, object>> = {
  'rules, sma > sma': { long: 'sma(close, 10) > sma(close, 50)', short: 'sma(close, 10) < sma(close, 50)' },
  'rules, crosses_above and crosses_below': {
    long: 'crosses_above(sma(close, 10), sma(close, 50))',
    short: 'crosses_below(sma(close, 10), sma(close, 50))',
  },
  'rules, nine passes': {
    long: 'crosses_above(sma(close, 10), sma(close, 50)) and (high - low) / close < 0.05',
    short: 'crosses_below(sma(close, 10), sma(close, 50)) and not (volume < volume[1])',
  },
};

for (const n of [10_000, 1_000_000]) {
  const candles = candlesOf(walk(n), 0.1);
  const out = new Float64Array(n);

  /** Indicators and directions in memory that is used again, as a run's; or the directions alone, their columns bound beforehand. */
  const caseOf = (name: string, strategy: VectorStrategy, submitted: object, withIndicators: boolean) => {
    const { params } = checkParams(strategy.params, submitted, '');
    const pool = columnPool();
    const bound = (): Record<string, Float64Array | IndicatorColumns> => {
      const columns: Record<string, Float64Array | IndicatorColumns> = {};
      for (const column of inputsOf(strategy, params)) columns[column] = candles[column]!;
      for (const [feature, { indicator, params: own, source = 'close' }] of Object.entries(strategy.features?.(params) ?? {})) {
        const allocate = withIndicators ? pool.take : (length: number) => new Float64Array(length);
        columns[feature] = Object.values(computeIndicator(indicator, candles, own, { source, allocate }))[0]!;
      }
      return columns;
    };
    const before = bound();
    pool.release();
    const run = () => {
      const columns = withIndicators ? bound() : before;
      out.fill(NaN);
      strategy.target(columns as Parameters<VectorStrategy['target']>[0], params, out, pool.take);
      pool.release();
    };
    return { name, run, per: n };
  };

  for (const [title, withIndicators] of [
    ['indicators and directions', true],
    ['directions alone', false],
  ] as const) {
    const builtIn = caseOf('dual_sma', dual_sma, {}, withIndicators);
    const written = Object.entries(RULE_SETS).map(([name, params]) => caseOf(name, rules, params, withIndicators));
    const floor = { name: 'plain sum', run: () => plainSum(candles.close), per: n };
    printBench(`rules beside dual_sma: ${title}, ${n} bars`, benchRatios([builtIn, ...written, floor], { rounds: 7 }));
  }
}

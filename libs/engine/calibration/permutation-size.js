// Whether permutation p-values are uniform when the null is true, and what clustered volatility does to them: whole runs of the engine on null markets.
// node libs/engine/calibration/permutation-size.js [sets] [trials] (after a build). Exits 1 where a true null is not uniform by Kolmogorov–Smirnov at 1 %.
import { runBacktest } from '@projecta/engine';
import { randomStream } from '@projecta/random';

const SETS = Number(process.argv[2] ?? 2000);
const TRIALS = Number(process.argv[3] ?? 199);
const BARS = 250;
const DAY = 86_400_000;
let failed = 0;

/** Daily bars whose returns have these deviations: the gap takes a third of them, the session the rest, the range goes beyond both. */
function marketOf({ normal, uniform }, deviationOf) {
  const column = () => new Float64Array(BARS);
  const candles = { ts: column(), open: column(), high: column(), low: column(), close: column() };
  let price = 100;
  let last = 0;
  for (let t = 0; t < BARS; t++) {
    const deviation = deviationOf(last, normal);
    const gap = 0.3 * deviation * normal();
    const session = 0.95 * deviation * normal();
    last = gap + session;
    const open = price * (1 + gap);
    price = open * (1 + session);
    candles.ts[t] = Date.UTC(2020, 0, 1) + t * DAY;
    candles.open[t] = open;
    candles.close[t] = price;
    candles.high[t] = Math.max(open, price) * (1 + 0.3 * deviation * uniform());
    candles.low[t] = Math.min(open, price) * (1 - 0.3 * deviation * uniform());
  }
  return candles;
}

/** GARCH(1, 1) of persistence 0.98 with the same long-run deviation of 1 %. */
function garch() {
  let variance = 1e-4;
  return (last) => Math.sqrt((variance = 2e-6 + 0.12 * last * last + 0.86 * variance));
}
const MARKETS = {
  'i.i.d. bars: the null': { make: () => () => 0.01, isNull: true },
  'GARCH(1, 1), 0.12 + 0.86': { make: garch, isNull: false },
};
const WALK = { folds: 3, grid: { lookback: [1, 3, 8] } };
const TESTS = [
  { name: 'bars, sharpe, momentum 5', strategy: { name: 'momentum', params: { lookback: 5 } }, permutation: {} },
  { name: 'bars, sharpe, dual SMA 3/12', strategy: { name: 'dual_sma', params: { fast: 3, slow: 12 } }, permutation: {} },
  {
    name: 'bars, max_drawdown, momentum 5',
    strategy: { name: 'momentum', params: { lookback: 5 } },
    permutation: { statistic: 'max_drawdown' },
  },
  {
    name: 'bars, sharpe, volatility target',
    strategy: { name: 'momentum', params: { lookback: 5 } },
    permutation: {},
    risk: { model: 'volatility_target', params: { target_vol: 0.1, lookback: 20 } },
  },
  {
    name: 'bars, volatility, buy and hold at a volatility target',
    strategy: { name: 'buy_and_hold' },
    permutation: { statistic: 'volatility' },
    risk: { model: 'volatility_target', params: { target_vol: 0.1, lookback: 10 }, rebalance: 'every_bar' },
  },
  {
    name: 'bars, sharpe, walk-forward over 3 lookbacks',
    strategy: { name: 'momentum', params: { lookback: 3 } },
    permutation: {},
    walk_forward: WALK,
    sets: Math.min(SETS, 400),
    trials: 99,
  },
];

async function pValue(candles, { strategy, permutation, risk, walk_forward, trials = TRIALS }, seed) {
  const validation = { permutation: { trials, ...permutation }, ...(walk_forward && { walk_forward }), causality: { checks: 1 } };
  const config = {
    symbol: 'NULL',
    timeframe: '1d',
    start: '2019-01-01',
    end: '2030-01-01',
    strategy,
    ...(risk && { risk }),
    validation,
    seed,
  };
  const { validation: answers } = await runBacktest({ config: { ...config, metrics: { annualization: 252 } }, candles });
  return answers.permutation.p_value;
}

/** The largest distance of p-values on the grid 1/(B+1) … 1 from the uniform distribution on it. */
function distance(values, steps) {
  let most = 0;
  for (let k = 1; k <= steps; k++)
    most = Math.max(most, Math.abs(values.filter((p) => p <= k / steps + 1e-12).length / values.length - k / steps));
  return most;
}

console.log(`Permutation p-values of markets without an edge: ${BARS} daily bars each, ${TRIALS} trials (99 with a walk-forward)\n`);
console.log(
  '| market | test | sets | p <= 0.01 | p <= 0.05 | p <= 0.10 | p >= 0.95 | KS distance | 1 % bound | uniform |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---|',
);
for (const [market, { make, isNull }] of Object.entries(MARKETS)) {
  for (const test of TESTS) {
    const sets = test.sets ?? SETS;
    const values = [];
    for (let set = 0; set < sets; set++)
      values.push(await pValue(marketOf(randomStream(1999, `null market, ${market}`, set), make()), test, set));
    const share = (holds) => `${((100 * values.filter(holds).length) / sets).toFixed(2)} %`;
    const ks = distance(values, (test.trials ?? TRIALS) + 1);
    const bound = 1.628 / Math.sqrt(sets);
    if (isNull && ks > bound) failed++;
    const shares = [share((p) => p <= 0.01), share((p) => p <= 0.05), share((p) => p <= 0.1), share((p) => p >= 0.95)];
    console.log(
      `| ${market} | ${test.name} | ${sets} | ${shares.join(' | ')} | ${ks.toFixed(4)} | ${bound.toFixed(4)} | ${ks <= bound ? 'yes' : 'NO'} |`,
    );
  }
}
process.exitCode = failed > 0 ? 1 : 0;

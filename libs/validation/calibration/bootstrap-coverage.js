// How often bootstrap intervals hold the true value: null data whose Sharpe ratio and volatility are known, drawn anew set after set.
// node libs/validation/calibration/bootstrap-coverage.js [sets] [samples] (after a build). Exits 1 where i.i.d. normal data miss 95 % by more than 1.5 points.
import { randomStream } from '@projecta/random';
import { bootstrapIntervals, leaveOneOut, politisWhite, resampler, wantsJackknife } from '@projecta/validation';

const SETS = Number(process.argv[2] ?? 2000);
const SAMPLES = Number(process.argv[3] ?? 1000);
const BARS = 1000;
const CONFIDENCE = 0.95;
const PER_BAR = 0.01;
const METRICS = ['sharpe', 'volatility'];
const ts = Float64Array.from({ length: BARS + 1 }, (_, t) => t * 86_400_000);
const TRUE = { sharpe: 0, volatility: PER_BAR * Math.sqrt(252) };

/** Returns of mean 0 and standard deviation PER_BAR; every set has a stream of its own. */
const DATA = {
  normal: ({ normal }) => Float64Array.from({ length: BARS }, () => PER_BAR * normal()),
  'Student t, 5 degrees': ({ normal }) =>
    Float64Array.from({ length: BARS }, () => {
      const squares = [1, 2, 3, 4, 5].map(normal).reduce((sum, x) => sum + x * x, 0);
      return (PER_BAR * normal()) / Math.sqrt(squares / 5) / Math.sqrt(5 / 3);
    }),
  'AR(1), 0.3': ({ normal }) => {
    const series = new Float64Array(BARS);
    let last = normal();
    for (let t = 0; t < BARS; t++) {
      last = 0.3 * last + Math.sqrt(1 - 0.09) * normal();
      series[t] = PER_BAR * last;
    }
    return series;
  },
};
const METHODS = [
  ['normal', 'iid', 'percentile'],
  ['normal', 'iid', 'bca'],
  ['normal', 'stationary', 'percentile'],
  ['normal', 'circular', 'percentile'],
  ['Student t, 5 degrees', 'iid', 'percentile'],
  ['Student t, 5 degrees', 'iid', 'bca'],
  ['AR(1), 0.3', 'iid', 'percentile'],
  ['AR(1), 0.3', 'stationary', 'percentile'],
  ['AR(1), 0.3', 'circular', 'percentile'],
];

function intervalsOf(returns, { method, interval, seed }) {
  const run = { returns, ts, firstEquity: 1, initialCash: 1, periodsPerYear: 252, riskFree: 0 };
  const blockLength = method === 'iid' ? 1 : politisWhite(returns, method);
  const sample = resampler(run, { method, blockLength, metrics: METRICS, seed });
  const values = METRICS.map(() => []);
  for (let trial = 0; trial < SAMPLES; trial++) sample(trial).forEach((value, k) => values[k].push(value));
  const observed = { sharpe: (mean(returns) / std(returns)) * Math.sqrt(252), volatility: std(returns) * Math.sqrt(252) };
  const metrics = METRICS.map((id, k) => {
    const without = wantsJackknife(interval, id) ? leaveOneOut(run, id) : undefined;
    return { id, observed: observed[id], values: values[k], ...(without && { jackknife: Array.from(returns, (_, i) => without(i)) }) };
  });
  return bootstrapIntervals({ method, interval, confidence: CONFIDENCE, blockLength, samples: SAMPLES, seed, metrics }).metrics;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const std = (values) => {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / (values.length - 1));
};

console.log(
  `95 % bootstrap intervals of ${BARS} returns, ${SETS} null sets of ${SAMPLES} samples each; a share is uncertain by ± 0.5 points at 2,000 sets\n`,
);
console.log('| returns | method | interval | sharpe covered | volatility covered |\n|---|---|---|---:|---:|');
let missed = 0;
for (const [data, method, interval] of METHODS) {
  const covered = { sharpe: 0, volatility: 0 };
  for (let set = 0; set < SETS; set++) {
    const returns = DATA[data](randomStream(2004, `null sets, ${data}`, set));
    const intervals = intervalsOf(returns, { method, interval, seed: set });
    for (const id of METRICS) if (intervals[id].low <= TRUE[id] && TRUE[id] <= intervals[id].high) covered[id]++;
  }
  const share = (id) => (100 * covered[id]) / SETS;
  if (data === 'normal') for (const id of METRICS) if (Math.abs(share(id) - 95) > 1.5) missed++;
  console.log(`| ${data} | ${method} | ${interval} | ${share('sharpe').toFixed(2)} % | ${share('volatility').toFixed(2)} % |`);
}
process.exitCode = missed > 0 ? 1 : 0;

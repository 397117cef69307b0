// What a search among trials without an edge is told: PBO, reality check, SPA, Šidák and the deflated Sharpe, set after set of noise.
// node libs/validation/calibration/search-under-null.js [sets] [matrices] (after a build).
// Exits 1 where PBO of noise does not average 0.5, PBO of demeaned columns is not 1 to three digits, or the reality check rejects a true null of i.i.d. returns
// at 5 % in less than 3.5 or more than 6.5 of 100 sets.
import { randomStream } from '@projecta/random';
import {
  bestOf,
  bestTrial,
  blockSums,
  cscv,
  enterTrials,
  pboOfNoise,
  politisWhite,
  putTrial,
  snoopingAnswer,
  snoopingTest,
  trialShape,
} from '@projecta/validation';

const SETS = Number(process.argv[2] ?? 2000);
const MATRICES = Number(process.argv[3] ?? 2000);
const BARS = 250;
const SAMPLES = 400;
let failed = 0;

const drive = (kernel) => {
  let step = kernel.next();
  while (!step.done) step = kernel.next();
  return step.value;
};
const squared = (x) => x * x;
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values) => Math.sqrt(values.reduce((sum, value) => sum + squared(value - mean(values)), 0) / (values.length - 1));
const judge = (holds) => {
  if (!holds) failed++;
  return holds ? 'yes' : 'NO';
};

console.log(`PBO of ${MATRICES} matrices of normal noise; N is even, so that no trial stands in the middle\n`);
console.log('| N | T | S | mean | its standard error | std of one | within 3.5 errors of 0.5 |\n|---:|---:|---:|---:|---:|---:|---|');
for (const [trials, bars, blocks] of [
  [4, 64, 8],
  [10, 100, 10],
  [20, 250, 16],
  [50, 250, 12],
]) {
  const pbos = Array.from({ length: MATRICES }, (_, matrix) => drive(pboOfNoise({ seed: 2015, trials, bars, blocks }, matrix)));
  const error = deviation(pbos) / Math.sqrt(MATRICES);
  const holds = judge(Math.abs(mean(pbos) - 0.5) <= 3.5 * error);
  console.log(
    `| ${trials} | ${bars} | ${blocks} | ${mean(pbos).toFixed(4)} | ${error.toFixed(4)} | ${deviation(pbos).toFixed(3)} | ${holds} |`,
  );
}

console.log(
  '\nPBO of columns whose means were taken off (T divisible by S, N >= 10): gains of one half are losses of the other;\na split in ten thousand may rank a loser of ten above the middle, since the halves differ in deviation\n',
);
console.log('| N | T | S | sets | least PBO | 1 to three digits |\n|---:|---:|---:|---:|---:|---|');
for (const [trials, bars, blocks] of [
  [10, 480, 16],
  [12, 80, 8],
  [40, 250, 10],
]) {
  const least = Math.min(...Array.from({ length: 100 }, (_, set) => pboOfDemeaned(trials, bars, blocks, set)));
  console.log(`| ${trials} | ${bars} | ${blocks} | 100 | ${least} | ${judge(least >= 0.9995)} |`);
}

function pboOfDemeaned(trials, bars, blocks, set) {
  const { normal } = randomStream(2015, 'demeaned', set);
  const sums = blockSums({ bars, blocks, trials });
  for (let trial = 0; trial < trials; trial++) {
    const column = Float64Array.from({ length: bars }, normal);
    const centre = mean(column);
    putTrial(
      sums,
      trial,
      column.map((x) => x - centre),
    );
  }
  return drive(cscv(sums)).pbo;
}

/** Searches among trials of mean 0 against cash: columns of returns. */
const NULLS = {
  'independent trials, i.i.d. normal': ({ normal }, trials) =>
    Array.from({ length: trials }, () => Float64Array.from({ length: BARS }, normal)),
  'trials correlated 0.8': ({ normal }, trials) => {
    const common = Float64Array.from({ length: BARS }, normal);
    return Array.from({ length: trials }, () => common.map((x) => Math.sqrt(0.8) * x + Math.sqrt(0.2) * normal()));
  },
  'Student t, 5 degrees': ({ normal }, trials) =>
    Array.from({ length: trials }, () =>
      Float64Array.from({ length: BARS }, () => normal() / Math.sqrt([1, 2, 3, 4, 5].reduce((sum) => sum + squared(normal()), 0) / 5)),
    ),
  'AR(1), 0.3': ({ normal }, trials) =>
    Array.from({ length: trials }, () => {
      let last = normal() / Math.sqrt(0.91);
      return Float64Array.from({ length: BARS }, () => (last = 0.3 * last + normal()));
    }),
};

function answersOf(columns, seed) {
  const trials = columns.length;
  const shapes = columns.map((column) => trialShape(column));
  const means = Float64Array.from(shapes, (shape) => shape.mean);
  const sharpes = Float64Array.from(shapes, (shape) => shape.sharpe);
  const blockLength = politisWhite(columns[bestOf(means)], 'stationary');
  const test = snoopingTest({ seed, samples: SAMPLES - 1, bars: BARS, blockLength });
  drive(enterTrials(test, columns));
  return { trials, ...snoopingAnswer(test), ...bestTrial(sharpes, shapes[bestOf(sharpes)]) };
}

console.log(
  `\nRejections of a true null at 5 %: ${SETS} sets of N trials of ${BARS} returns of mean 0, ${SAMPLES - 1} bootstrap samples; a share is uncertain by ± ${(100 * Math.sqrt((0.05 * 0.95) / SETS)).toFixed(1)} points\n`,
);
console.log(
  '| trials | N | reality check | SPA lower | SPA | SPA upper | Šidák | DSR > 0.95 | reality check at 5 % ± 1.5 |\n|---|---:|---:|---:|---:|---:|---:|---:|---|',
);
const JUDGES = ['reality_check_p', 'spa_p_lower', 'spa_p', 'spa_p_upper', 'sidak_p', 'dsr'];
for (const name of Object.keys(NULLS)) {
  for (const trials of [1, 10]) {
    const shares = rejectionsOf(name, trials);
    const near = Math.abs(shares[0] - 5) <= 1.5;
    const holds = name.includes('i.i.d.') ? judge(near) : near ? 'yes' : 'no';
    console.log(`| ${name} | ${trials} | ${shares.map((share) => `${share.toFixed(2)} %`).join(' | ')} | ${holds} |`);
  }
}

/** In how many of 100 sets each judge rejects. */
function rejectionsOf(name, trials) {
  const counts = JUDGES.map(() => 0);
  for (let set = 0; set < SETS; set++) {
    const answers = answersOf(NULLS[name](randomStream(2000, `null sets, ${name}, ${trials}`, set), trials), set);
    JUDGES.forEach((key, k) => {
      if (key === 'dsr' ? answers.dsr > 0.95 : answers[key] <= 0.05) counts[k]++;
    });
  }
  return counts.map((count) => (100 * count) / SETS);
}
process.exitCode = failed > 0 ? 1 : 0;

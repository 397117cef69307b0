import type { MetricId } from '@projecta/metrics';
import { metricInWords, numberInWords } from '../metric-in-words.js';
import type { BlockBootstrapSummary, MetricInterval } from './bootstrap-summary.js';

type Answer = Omit<BlockBootstrapSummary, 'verdict'>;

/** Metrics of which 0 divides gain from loss, the most telling first. */
const SIGNED: readonly MetricId[] = ['sharpe', 'cagr', 'total_return', 'sortino', 'lo_sharpe', 'calmar'];

/** A bootstrap in plain words: the intervals, what they say of the edge, and what resampling cannot say. */
export function bootstrapVerdict(answer: Answer): string {
  return [drawn(answer), intervals(answer), ofTheEdge(answer), roughEnds(answer), ofBca(answer), CENTRED]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const CENTRED = 'Samples centre on what was observed: their spread is how uncertain it is, never whether it was luck.';

function drawn({ samples, method, block_length }: Answer): string {
  const blocks = {
    stationary: `in blocks of ${numberInWords(block_length)} bars on average`,
    circular: `in blocks of ${numberInWords(block_length)} bars`,
    iid: 'bar by bar, as if none depended on another',
  }[method];
  return `The returns were drawn again ${samples} times, ${blocks}.`;
}

function intervals({ confidence, metrics }: Answer): string {
  const named = Object.entries(metrics).map(([id, metric]) => range(id as MetricId, metric));
  return named.length === 0 ? '' : `${numberInWords(100 * confidence)} % intervals: ${named.join('; ')}.`;
}

function range(id: MetricId, { observed, low, high }: MetricInterval): string {
  const was = `(observed ${metricInWords(id, observed)})`;
  if (low === null || high === null) return `${id} ${was} has no interval`;
  return `${id} ${metricInWords(id, low)} to ${metricInWords(id, high)} ${was}`;
}

function ofTheEdge({ metrics }: Answer): string {
  const id = SIGNED.find((one) => metrics[one] !== undefined && metrics[one].low !== null);
  if (id === undefined) return '';
  const { low, high } = metrics[id]!;
  if (low! > 0) return `The interval of ${id} lies above 0.`;
  if (high! < 0) return `The interval of ${id} lies below 0: the run loses beyond its own uncertainty.`;
  return `The interval of ${id} holds 0: these returns do not settle whether there is an edge.`;
}

function roughEnds({ samples, confidence }: Answer): string {
  return samples * (1 - confidence) < 20 ? `With ${samples} samples the ends are rough.` : '';
}

function ofBca({ interval }: Answer): string {
  return interval === 'bca' ? 'BCa corrects bias and skew as of independent returns.' : '';
}

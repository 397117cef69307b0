import type { RunResult, ValidationSummary } from '@projecta/engine';
import { formatNumber, NO_VALUE } from '../format/format-number.js';
import { formatStatistic } from '../format/format-statistic.js';
import type { MethodReport } from './method-report.js';
import { foldFigures } from './walk-forward-folds.js';
import { count } from './words.js';

type Summary = NonNullable<ValidationSummary['walk_forward']>;

/** A walk-forward in words and pictures. */
export function walkForwardReport(summary: Summary, run: RunResult): MethodReport {
  const { folds, out_of_sample: out, efficiency, stability } = summary;
  const gained = folds.filter((fold) => (fold.out_of_sample.total_return ?? 0) > 0).length;
  const chosen = Object.keys(stability).length > 0;
  const return_ = formatStatistic('total_return', out.total_return);
  const sharpe = formatStatistic('sharpe', out.sharpe);
  const kept =
    efficiency === null ? 'There is no efficiency, since the train windows earned nothing' : `Efficiency ${formatNumber(efficiency, 2)}`;
  return {
    ...{ name: 'walk_forward', title: 'Walk-forward' },
    asks: chosen
      ? 'Does what was chosen on the past go on in what came next?'
      : 'How did each stretch of time do, the parameters being what they are?',
    answer: `Over ${count(folds.length)} ${folds.length === 1 ? 'test' : 'tests'} end to end, ${return_} with a Sharpe ratio of ${sharpe}; ${count(gained)} of ${count(folds.length)} gained. ${kept}.`,
    reading: `${chosen ? 'Each test is on bars that no choice had seen. ' : 'Nothing is chosen: there is no grid. '}Efficiency compares what a bar of the tests earned with a bar of the trains: at 1 nothing was lost, at 0 nothing lasted.`,
    cannot:
      'It is one path through one history, and a few tests are few. A grid drawn up, or a strategy thought of, after seeing the whole of the data has already seen the tests.',
    figures: [
      { name: 'Efficiency', value: efficiency === null ? NO_VALUE : formatNumber(efficiency, 2) },
      { name: 'Return out of sample', value: return_ },
      { name: 'Sharpe out of sample', value: sharpe },
      { name: 'Tests that gained', value: `${count(gained)} of ${count(folds.length)}` },
    ],
    histograms: [],
    drawing: foldFigures(summary, run),
  };
}

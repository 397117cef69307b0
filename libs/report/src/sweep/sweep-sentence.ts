import { formatNumber } from '../format/format-number.js';
import { formatSignedPercent } from '../format/format-percent.js';
import { pointText, type SweepView } from './sweep-view.js';

/** What a sweep found, in words: the best of how many, what lies around it, and how far the search itself explains it. */
export function sweepSentence(view: SweepView): string {
  return [found(view), around(view), judged(view)].filter((part) => part !== '').join(' ');
}

function found({ result, objective, valueText }: SweepView): string {
  const { best, trials } = result;
  const of = `${formatNumber(trials.rows, 0)} ${trials.rows === 1 ? 'trial' : 'trials'}`;
  if (best.value === null) return `None of ${of} has a value of “${objective}”, so there is no best.`;
  const made = best.metrics.total_return;
  const earned = made === null || result.objective === 'total_return' ? '' : `, with ${formatSignedPercent(made, 1)} after costs`;
  return `The best of ${of} by “${objective}” has ${valueText(best.value)}${earned}: ${pointText(best.params)}.`;
}

function around({ plateau, valueText }: SweepView): string {
  if (plateau === null || plateau.neighbours === 0) return '';
  const median = `one step away the median is ${valueText(plateau.neighbours_median)}`;
  if (plateau.alone) return `It is a peak that stands alone: ${median}.`;
  return `It stands on a plateau of ${formatNumber(plateau.trials, 0)} of ${formatNumber(plateau.of, 0)} trials; ${median}.`;
}

function judged({ result }: SweepView): string {
  const { overfitting, tried } = result;
  if (overfitting === undefined)
    return tried > 1 ? 'How much of this the search alone explains was not judged: no overfitting test was asked for.' : '';
  const { spa_p: p, pbo, benchmark } = overfitting;
  const against = benchmark === 'cash' ? 'cash' : 'buying and holding';
  const test =
    p === null
      ? ''
      : `A search among combinations without an edge over ${against} does this well with p\u00a0=\u00a0${formatNumber(p, 3)}; `;
  const chosen = `the best of one half of the bars came out in the lower half on the other in ${formatNumber(100 * pbo, 0)}\u202f% of splits.`;
  return test === '' ? chosen[0]!.toUpperCase() + chosen.slice(1) : test + chosen;
}

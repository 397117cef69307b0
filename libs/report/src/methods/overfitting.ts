import type { ValidationSummary } from '@projecta/engine';
import { formatNumber, formatSignificant, NO_VALUE } from '../format/format-number.js';
import { marksAt, type MethodFigure, type MethodReport } from './method-report.js';
import { count, pInWords } from './words.js';

type Summary = NonNullable<ValidationSummary['overfitting']>;

/** The judgement of a search in words and pictures. */
export function overfittingReport(summary: Summary): MethodReport {
  const { trials, pbo, pbo_noise_band: band, dsr, sidak_p, spa_p, reality_check, spa, benchmark, null_hypothesis } = summary;
  const against = benchmark === 'cash' ? 'cash' : 'buying and holding';
  const noise = `${formatNumber(band.low, 2)} to ${formatNumber(band.high, 2)}`;
  return {
    ...{
      name: 'overfitting',
      title: 'Overfitting',
      asks: `How much of the best of ${count(trials)} combinations is the search’s own doing?`,
    },
    answer: `PBO ${formatNumber(pbo, 2)}, where searches among noise mostly give ${noise}; deflated Sharpe ${number(dsr)}; without any edge the best of so many does this well with ${pInWords(sidak_p)} (Šidák), and beats ${against} so with ${pInWords(spa_p, spa.p_value_se)} (SPA).`,
    nullSays: null_hypothesis,
    cannot:
      'It knows the combinations it was given and no others: what was tried and thrown away before is not counted. A low PBO says that ranks last, among losers too, not that the best earns. A deflated Sharpe above 0.95 is no 5 % test.',
    figures: [
      { name: 'PBO', value: formatNumber(pbo, 2), about: `noise ${noise}` },
      { name: 'Deflated Sharpe', value: number(dsr) },
      { name: 'Šidák p', value: number(sidak_p) },
      pFigure('Reality check p', summary.reality_check_p, reality_check.p_value_se),
      pFigure('SPA p', spa_p, spa.p_value_se),
    ],
    histograms: histograms(summary, against),
  };
}

function pFigure(name: string, p: number | null, error: number | null): MethodFigure {
  return { name, value: number(p), ...(error !== null && { about: `± ${formatNumber(error, 3)}` }) };
}

function histograms(summary: Summary, against: string): MethodReport['histograms'] {
  const { best_sharpe, expected_maximum_sharpe: chance, pbo, pbo_noise_band: band, reality_check, spa } = summary;
  const short = (value: number | null): string => (value === null ? NO_VALUE : formatSignificant(value, 3));
  return [
    {
      ...{ metric: 'sharpe_per_bar', title: 'Sharpe ratio per bar', of: ['combination', 'combinations'] },
      marks: marksAt([
        [best_sharpe, `the best ${short(best_sharpe)}`, 'observed'],
        [chance, `chance alone lifts the best to ${short(chance)}`, 'bound'],
      ]),
    },
    {
      ...{ metric: 'logit', title: 'Rank on one half of the best of the other, as a logit', of: ['split', 'splits'] },
      marks: marksAt([[0, `left of it the lower half: PBO ${formatNumber(pbo, 2)}`, 'bound']]),
    },
    {
      ...{ metric: 'pbo_noise', title: 'PBO of searches among pure noise', of: ['search', 'searches'] },
      marks: marksAt([
        [pbo, `this search ${formatNumber(pbo, 2)}`, 'observed'],
        [band.low, `90\u202f% of noise from ${formatNumber(band.low, 2)}`, 'bound'],
        [band.high, `to ${formatNumber(band.high, 2)}`, 'bound'],
      ]),
    },
    {
      ...{
        metric: 'reality_check',
        title: `Largest mean return over ${against} without an edge (reality check)`,
        of: ['sample', 'samples'],
      },
      marks: marksAt([[reality_check.observed, `observed ${short(reality_check.observed)}`, 'observed']]),
    },
    {
      ...{ metric: 'spa', title: 'The same in units of its own error (SPA)', of: ['sample', 'samples'] },
      marks: marksAt([[spa.observed, `observed ${short(spa.observed)}`, 'observed']]),
    },
  ];
}

function number(value: number | null): string {
  if (value === null) return NO_VALUE;
  return value < 0.0005 ? '< 0.001' : formatNumber(value, 3);
}

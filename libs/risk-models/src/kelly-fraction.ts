import { defineRiskModel, real } from '@projecta/plugin';
import { baseFraction } from './base-fraction.js';

/** Kelly's fraction for a bet that wins `payoff_ratio` with probability `p_win` and else loses 1. */
export const kelly_fraction = defineRiskModel({
  name: 'kelly_fraction',
  title: 'Kelly fraction',
  description:
    'Puts the fraction of equity that maximises long-run growth at the given odds into every position; nothing when the edge is negative.',
  reference: 'Kelly (1956); Thorp (2006) for the form p − (1 − p)/R',
  params: {
    p_win: real({ min: 0, max: 1, unit: 'probability', description: 'The probability that a trade wins.' }),
    payoff_ratio: real({ exclusiveMin: 0, unit: 'ratio', description: 'The average win over the average loss, R.' }),
    base_fraction: baseFraction(),
  },
  bind(_columns, { p_win, payoff_ratio, base_fraction }) {
    const kelly = Math.min(Math.max(p_win - (1 - p_win) / payoff_ratio, 0), 1);
    const weight = base_fraction * kelly;
    if (weight === 0) return () => 0; // never −0 for a short
    return (_t, direction) => direction * weight;
  },
});

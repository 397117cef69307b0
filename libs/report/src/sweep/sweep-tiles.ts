import { formatNumber, NO_VALUE } from '../format/format-number.js';
import { formatMetric } from '../format/format-metric.js';
import { formatPercent } from '../format/format-percent.js';
import type { Markup } from '../html.js';
import { metricDefinition } from '../sections/metric-definition.js';
import { definition, type Tile, tileRow } from '../sections/tile.js';
import { pointText, type SweepView } from './sweep-view.js';

/** The headline numbers of a sweep: how much was tried, the best, what is around it, and what the search explains. */
export function sweepTiles(view: SweepView): Markup {
  return tileRow([tried(view), best(view), ...around(view), ...judgement(view)]);
}

function tried({ result }: SweepView): Tile {
  const { tried: all, trials, skipped } = result;
  const under = skipped.count === 0 ? 'all of them ran' : `${formatNumber(trials.rows, 0)} ran, ${formatNumber(skipped.count, 0)} skipped`;
  const tip = definition('Combinations', 'Every one that was looked at makes the best look better than it is.');
  return { id: 'tried', name: 'Tried', value: formatNumber(all, 0), under, tip };
}

function best({ result, objective, valueText }: SweepView): Tile {
  const { value, params } = result.best;
  return {
    id: 'best',
    name: `Best ${objective}`,
    value: valueText(value),
    under: pointText(params),
    tip: metricDefinition(result.objective),
  };
}

function around({ result, plateau, valueText }: SweepView): Tile[] {
  if (plateau === null) {
    const { total_return, buy_and_hold_return, max_drawdown } = result.best.metrics;
    const hold = `buy and hold ${formatMetric('buy_and_hold_return', 'fraction', buy_and_hold_return)}`;
    return [
      {
        id: 'return',
        name: 'Its total return',
        value: formatMetric('total_return', 'fraction', total_return),
        under: hold,
        tip: metricDefinition('total_return'),
      },
      {
        id: 'drawdown',
        name: 'Its max drawdown',
        value: formatMetric('max_drawdown', 'fraction', max_drawdown),
        under: '',
        tip: metricDefinition('max_drawdown'),
      },
    ];
  }
  const { neighbours, neighbours_median, trials, of, tolerance, alone } = plateau;
  const count = `${formatNumber(neighbours, 0)} ${neighbours === 1 ? 'trial' : 'trials'} one step away`;
  const reach = `within ${formatPercent(tolerance, 0)} of the range`;
  return [
    {
      ...{ id: 'neighbours', name: 'Neighbours’ median', value: valueText(neighbours_median), under: count },
      tip: definition(
        'Neighbours',
        'Trials whose parameters differ from the best’s by one step of one of them. An edge should be there too.',
      ),
    },
    {
      ...{
        id: 'plateau',
        name: 'Plateau',
        value: alone ? 'none' : formatNumber(trials, 0),
        under: alone ? 'a peak alone' : `of ${formatNumber(of, 0)} trials`,
      },
      ...{ tone: alone ? 'loss' : 'even' },
      tip: definition('Plateau', `The trials that steps over trials ${reach} from worst to best connect with the best, itself included.`),
    },
  ];
}

function judgement({ result }: SweepView): Tile[] {
  const { overfitting, best: top } = result;
  if (overfitting === undefined) {
    const { trades, win_rate } = top.metrics;
    const won = `win rate ${formatMetric('win_rate', 'fraction', win_rate)}`;
    return [
      {
        id: 'trades',
        name: 'Its trades',
        value: trades === null ? NO_VALUE : formatNumber(trades, 0),
        under: won,
        tip: metricDefinition('trades'),
      },
      {
        id: 'judged',
        name: 'Overfitting',
        value: 'not judged',
        under: 'ask for “overfitting”',
        tip: definition('Overfitting', 'With “overfitting” in the sweep, PBO, deflated Sharpe, reality check and SPA would stand here.'),
      },
    ];
  }
  const { pbo, pbo_noise_band: band, dsr, sidak_p } = overfitting;
  const noise = `noise gives ${formatNumber(band.low, 2)} to ${formatNumber(band.high, 2)}`;
  const sidak = sidak_p === null ? 'no trial has a Sharpe ratio' : `Šidák p ${formatNumber(sidak_p, 3)}`;
  return [
    {
      ...{ id: 'pbo', name: 'PBO', value: formatNumber(pbo, 2), under: noise },
      tip: definition(
        'Probability of backtest overfitting',
        'Share of splits of the bars whose best on one half fell into the lower half of all on the other.',
      ),
    },
    {
      ...{ id: 'dsr', name: 'Deflated Sharpe', value: dsr === null ? NO_VALUE : formatNumber(dsr, 3), under: sidak },
      tip: definition(
        'Deflated Sharpe ratio',
        'Probability that the best’s true Sharpe ratio exceeds the largest that so many trials reach by chance. Above 0.95 is no 5 % test.',
      ),
    },
  ];
}

import type { MetricId } from '@projecta/metrics';

export interface MetricGroup {
  readonly title: string;
  /** Id and a name short enough for a column. */
  readonly rows: readonly (readonly [MetricId, string])[];
}

/** The metrics that a run's table shows; metrics.json has them all. */
export const METRIC_GROUPS: readonly MetricGroup[] = [
  {
    title: 'Returns',
    rows: [
      ['total_return', 'Total return'],
      ['cagr', 'Per year (CAGR)'],
      ['buy_and_hold_return', 'Buy and hold'],
      ['final_equity', 'Final equity'],
      ['exposure', 'Exposure'],
      ['turnover', 'Turnover'],
    ],
  },
  {
    title: 'Risk',
    rows: [
      ['max_drawdown', 'Max drawdown'],
      ['longest_drawdown_ms', 'Longest drawdown'],
      ['volatility', 'Volatility'],
      ['sharpe', 'Sharpe'],
      ['sortino', 'Sortino'],
      ['psr', 'P(Sharpe > 0)'],
    ],
  },
  {
    title: 'Trades',
    rows: [
      ['trades', 'Trades'],
      ['win_rate', 'Win rate'],
      ['profit_factor', 'Profit factor'],
      ['expectancy', 'Expectancy'],
      ['avg_bars_held', 'Bars held'],
      ['worst_trade', 'Worst trade'],
    ],
  },
  {
    title: 'P&L after costs',
    rows: [
      ['ideal_pnl', 'Ideal P&L'],
      ['total_delay', 'Delay'],
      ['total_slippage', 'Slippage'],
      ['total_fees', 'Fees'],
      ['total_borrow', 'Borrow'],
      ['net_pnl', 'Net P&L'],
    ],
  },
];

import { formatNumber, formatPercent } from '@projecta/report';
import { barSheet } from './bar-sheet.js';
import type { Sheet } from './frame.js';
import { lineSheet } from './line-sheet.js';
import type { RunSeries } from './run-series.js';

/** A pane of a chart, from top to bottom. */
export interface PaneSpec {
  readonly title: string;
  /** Of the height, relative to the others. */
  readonly share: number;
  readonly sheets: Sheet[];
  readonly format: (value: number) => string;
}

/** Equity against buy and hold, drawdown, exposure. */
export function accountPanes({ equity, hold, drawdown, exposure }: RunSeries): PaneSpec[] {
  const percent = (value: number): string => formatPercent(value, 1);
  const below = { fill: 'orange-wash', edge: 'orange' } as const;
  const above = { fill: 'blue-wash', edge: 'blue' } as const;
  return [
    {
      ...{ title: 'Equity', share: 2.4, format: formatMoney },
      sheets: [
        ...(hold ? [lineSheet(hold, { colour: 'hold', width: 1.2, of: 'extremes' })] : []),
        lineSheet(equity, { colour: 'blue', width: 1.7, of: 'extremes' }),
      ],
    },
    { title: 'Drawdown', share: 1.3, format: percent, sheets: [barSheet(drawdown, { above, below })] },
    { title: 'Exposure', share: 1, format: percent, sheets: [barSheet(exposure, { above, below })] },
  ];
}

/** Money on an axis: without cents where they say nothing. */
export function formatMoney(value: number): string {
  return formatNumber(value, Math.abs(value) < 1000 ? 2 : 0);
}

import type { ChartColours } from './chart-colours.js';
import { type ChartSetting, createSheetChart } from './create-sheet-chart.js';
import { lineSheet } from './line-sheet.js';
import { formatMoney } from './run-panes.js';

interface Lines extends ChartSetting {
  readonly lines: readonly { readonly values: Float64Array; readonly colour: keyof ChartColours }[];
}

/** Draws lines of money over one time axis into an element; the answer takes the chart away again. */
export function createLineChart(element: HTMLElement, { lines, ...setting }: Lines): () => void {
  const chart = createSheetChart(element, setting);
  const sheets = lines.map(({ values, colour }) => lineSheet(values, { colour, width: 1.7, of: 'extremes' }));
  chart.addPane({ title: '', share: 1, format: formatMoney, sheets }, 0);
  chart.show(-0.5, setting.ts.length - 0.5);
  return chart.remove;
}

import {
  createChart,
  createTextWatermark,
  type IPaneApi,
  LineSeries,
  type Logical,
  type LogicalRange,
  type Time,
} from 'lightweight-charts';
import { type ChartColours, chartColours, watchColours } from './chart-colours.js';
import { chartOptions, chartTheme } from './chart-options.js';
import { chartTimes } from './chart-times.js';
import type { PaneSpec } from './run-panes.js';
import { type SheetLayer, sheetLayer } from './sheet-layer.js';

/** A chart of sheets in panes of one time axis. Bars are counted from 0. */
export interface SheetChart {
  range(): LogicalRange | null;
  show(from: number, to: number): void;
  /** Adds a pane at a place from the top; the answer is its layer. */
  addPane(spec: PaneSpec, place: number): SheetLayer;
  remove(): void;
}

export interface ChartSetting {
  /** Opening times of the bars, epoch ms. */
  readonly ts: Float64Array;
  readonly timeText: (ms: number) => string;
  readonly isDaily: boolean;
  /** Told the bar under the pointer; undefined where there is none. */
  readonly onHover: (t: number | undefined) => void;
}

/**
 * Axes, panes, panning, zooming and the crosshair are the library's; what stands on the bars is drawn by sheets. With series of the library's own,
 * conflated, a change of their level of detail took up to 500 ms of CPU at 100,000 bars, with sheets no frame took more than 35 (both beside other load).
 */
export function createSheetChart(element: HTMLElement, { ts, timeText, isDaily, onHover }: ChartSetting): SheetChart {
  const chart = createChart(element, chartOptions(timeText, isDaily));
  const times = chartTimes(ts);
  const last = ts.length - 1;
  const paints: ((colours: ChartColours) => void)[] = [(colours) => chart.applyOptions(chartTheme(colours))];
  const unwatch = watchColours(() => repaint());
  const repaint = (): void => {
    const colours = chartColours();
    for (const paint of paints) paint(colours);
  };

  const addPane = ({ title, share, sheets, format }: PaneSpec, place: number): SheetLayer => {
    const pane = chart.panes().length === 1 && chart.panes()[0]!.getSeries().length === 0 ? chart.panes()[0]! : chart.addPane();
    const axis = pane.addSeries(LineSeries, {
      ...{ lineVisible: false, priceLineVisible: false, lastValueVisible: false, crosshairMarkerVisible: false },
      priceFormat: { type: 'custom', formatter: format, minMove: 1e-6 },
    });
    // an axis needs times, and one value for its scale to begin with
    axis.setData(times.map((time, t) => (t === last ? { time, value: sheets[0]?.range(last, last)?.low ?? 0 } : { time })));
    const layer = sheetLayer(ts.length, sheets);
    axis.attachPrimitive(layer);
    pane.setStretchFactor(share);
    if (pane.paneIndex() !== place) pane.moveTo(place);
    paints.push(layer.paint, ...(title === '' ? [] : [named(pane, title)]));
    repaint();
    return layer;
  };

  chart.subscribeCrosshairMove(({ logical }) => onHover(logical === undefined || logical < 0 || logical > last ? undefined : logical));
  return {
    range: () => chart.timeScale().getVisibleLogicalRange(),
    show: (from, to) => chart.timeScale().setVisibleLogicalRange({ from: from as Logical, to: to as Logical }),
    addPane,
    remove() {
      unwatch();
      chart.remove();
    },
  };
}

/** Writes a pane's name into it; the answer colours it. */
function named(pane: IPaneApi<Time>, text: string): (colours: ChartColours) => void {
  const mark = createTextWatermark(pane, { horzAlign: 'left', vertAlign: 'top', lines: [{ text, color: 'transparent', fontSize: 11 }] });
  return ({ soft }) => mark.applyOptions({ lines: [{ text, color: soft, fontSize: 11 }] });
}

import type { IPrimitivePaneRenderer, ISeriesPrimitive, Logical, SeriesAttachedParameter, Time } from 'lightweight-charts';
import type { ChartColours } from './chart-colours.js';
import type { Frame, Sheet } from './frame.js';

/** Sheets, those there are at a time, as a layer of a pane: the chart scales and steers, the sheets draw what is in sight. */
export interface SheetLayer extends ISeriesPrimitive<Time> {
  paint(colours: ChartColours): void;
  redraw(): void;
}

type Target = Parameters<IPrimitivePaneRenderer['draw']>[0];

export function sheetLayer(bars: number, sheets: readonly Sheet[]): SheetLayer {
  let attached: SeriesAttachedParameter<Time> | undefined;
  let colours: ChartColours | undefined;
  const draw = (target: Target): void => {
    const scales = attached && scalesOf(attached, bars);
    if (!scales || !colours) return;
    const frame = { ...scales, colours };
    target.useMediaCoordinateSpace(({ context }) => {
      for (const sheet of sheets) sheet.draw({ ...frame, context });
    });
  };
  const views = [{ renderer: () => ({ draw }) }];
  return {
    attached: (given) => {
      attached = given;
    },
    detached: () => {
      attached = undefined;
    },
    paneViews: () => views,
    autoscaleInfo(from, to) {
      const ranges = sheets.map((sheet) => sheet.range(Math.floor(from), Math.ceil(to))).filter((range) => range !== null);
      if (ranges.length === 0) return null;
      const minValue = Math.min(...ranges.map(({ low }) => low));
      const maxValue = Math.max(...ranges.map(({ high }) => high));
      const margin = minValue === maxValue ? Math.abs(maxValue) * 0.01 || 1 : 0;
      return { priceRange: { minValue: minValue - margin, maxValue: maxValue + margin } };
    },
    paint(given) {
      colours = given;
      attached?.requestUpdate();
    },
    redraw: () => attached?.requestUpdate(),
  };
}

/** Both scales are straight lines, so two points of each are all of it. */
function scalesOf({ chart, series }: SeriesAttachedParameter<Time>, bars: number): Omit<Frame, 'context' | 'colours'> | undefined {
  const scale = chart.timeScale();
  const range = scale.getVisibleLogicalRange();
  const [x0, x1] = [scale.logicalToCoordinate(0 as Logical), scale.logicalToCoordinate(1000 as Logical)];
  const [low, high] = [series.coordinateToPrice(0), series.coordinateToPrice(1000)];
  if (!range || x0 === null || x1 === null || low === null || high === null || low === high) return undefined;
  const spacing = (x1 - x0) / 1000;
  const slope = 1000 / (high - low);
  return {
    from: Math.max(0, Math.floor(range.from)),
    to: Math.min(bars - 1, Math.ceil(range.to)),
    spacing,
    x: (bar) => x0 + bar * spacing,
    y: (value) => (value - low) * slope,
  };
}

import { type ChartOptions, ColorType, CrosshairMode, type DeepPartial } from 'lightweight-charts';
import type { ChartColours } from './chart-colours.js';

/** What does not change with the theme. */
export function chartOptions(timeText: (ms: number) => string, isDaily: boolean): DeepPartial<ChartOptions> {
  return {
    autoSize: true,
    layout: { fontSize: 11, panes: { enableResize: true }, attributionLogo: false }, // the legend's link names the library
    rightPriceScale: { borderVisible: false, minimumWidth: 72 },
    timeScale: {
      borderVisible: false,
      timeVisible: !isDaily,
      secondsVisible: false,
      minBarSpacing: 0.001, // all of a million bars fit
      rightOffset: 2,
    },
    crosshair: { mode: CrosshairMode.Normal },
    localization: { locale: 'en-GB', timeFormatter: (seconds: unknown) => timeText(Number(seconds) * 1000) },
  };
}

/** What does. */
export function chartTheme({ paper, ink, soft, rule, grid }: ChartColours): DeepPartial<ChartOptions> {
  return {
    layout: {
      background: { type: ColorType.Solid, color: paper },
      textColor: soft,
      panes: { separatorColor: rule, separatorHoverColor: grid },
    },
    grid: { vertLines: { color: grid }, horzLines: { color: grid } },
    crosshair: { vertLine: { color: soft, labelBackgroundColor: ink }, horzLine: { color: soft, labelBackgroundColor: ink } },
  };
}

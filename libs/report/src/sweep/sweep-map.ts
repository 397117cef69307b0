import { heatMap } from '../charts/heat-map.js';
import { profileChart } from '../charts/profile-chart.js';
import { formatNumber } from '../format/format-number.js';
import { formatPercent } from '../format/format-percent.js';
import { html, type Markup } from '../html.js';
import { figure, section } from '../sections/section.js';
import { statisticTick } from '../sections/statistic-tick.js';
import { type ColourClasses, colourClasses } from '../statistics/colour-classes.js';
import { cellLegend, mapLegend } from './map-legend.js';
import { type LineSlice, lineSlices, type MapSlice, mapSlice } from './map-slice.js';
import { randomMap } from './random-map.js';
import type { SweepGrid } from './sweep-grid.js';
import { plateauCells } from './sweep-plateau.js';
import { paramText, pathName, pointText, type SweepView } from './sweep-view.js';

/** Where the best lies among what was searched, and what lies around it. */
export function sweepMap(view: SweepView): Markup {
  return section({ id: 'map', title: 'What lies around the best', ...bodyOf(view) });
}

function bodyOf(view: SweepView): { readonly lead?: string; readonly body: readonly (Markup | null)[] } {
  const { result, grid, objective } = view;
  const classes = colourClasses(result.trials.metrics[result.objective], result.lower_is_better);
  if (classes === null) return { body: [html`<p class="none">No trial has a value of “${objective}”: there is nothing to draw.</p>`] };
  if (result.sweep.random) return { body: [randomMap(view, classes)] };
  if (grid === null)
    return { body: [html`<p class="none">No number varies in this sweep, so its trials have no order; the table below has them.</p>`] };
  const map = mapSlice(grid, view);
  const belongs = new Set(plateauCells(grid, result).cells);
  const lines = lineSlices(grid, map).slice(0, MOST_LINES);
  return {
    lead: plateauInWords(view),
    body: [map && mapFigure(map, { view, grid, classes, belongs }), ...lines.map((line) => lineFigure(line, { view, grid, belongs }))],
  };
}

const MOST_LINES = 4;

function plateauInWords({ plateau, valueText, result }: SweepView): string {
  if (plateau === null) return '';
  const { tolerance, limit, trials, of, neighbours, neighbours_median, alone, at_edge } = plateau;
  const reach = `A trial belongs to the plateau when steps of one parameter at a time lead to it from the best over trials with ${valueText(limit)} or ${result.lower_is_better ? 'less' : 'more'}: the best ${formatPercent(tolerance, 0)} of the range from the worst to the best.`;
  const size = alone ? 'The best stands there alone.' : `${formatNumber(trials, 0)} of ${formatNumber(of, 0)} trials do.`;
  const near =
    neighbours === 0
      ? 'It has no neighbour that ran.'
      : `${neighbours === 1 ? 'Its one direct neighbour has' : `The median of its ${formatNumber(neighbours, 0)} direct neighbours is`} ${valueText(neighbours_median)}.`;
  const edge =
    at_edge.length === 0
      ? ''
      : ` The best lies at the end of what was searched for ${at_edge.map(pathName).join(' and ')}: a better one may lie beyond.`;
  return `${reach} ${size} ${near}${edge}`;
}

interface Around {
  readonly view: SweepView;
  readonly grid: SweepGrid;
  readonly belongs: ReadonlySet<number>;
}

function mapFigure(
  { across, up, cells, best }: MapSlice,
  { view, grid, classes, belongs }: Around & { readonly classes: ColourClasses },
): Markup {
  const { objective, valueText, shortText, result } = view;
  const value = (at: number): number => grid.values[cells[at]!]!;
  const levels = Uint8Array.from(cells, (cell) => (Number.isNaN(grid.values[cell]!) ? 0 : classes.classOf(grid.values[cell]!)));
  const outlined = new Set([...cells.keys()].filter((at) => belongs.has(cells[at]!)));
  const axis = ({ path, values }: MapSlice['across']) => ({ name: pathName(path), labels: values.map(paramText) });
  const label = `Heat map of ${objective} over ${pathName(across.path)} and ${pathName(up.path)}: the best, ${valueText(result.best.value)}, at ${pointText(result.best.params)}`;
  const chart = heatMap({
    ...{ label, across: axis(across), up: axis(up), classes: levels, best, outlined },
    textOf: (at) => shortText(value(at)),
  });
  return figure({
    title: `${objective} over ${pathName(across.path)} (across) and ${pathName(up.path)} (up)`,
    legend: html`${mapLegend(view, classes)}${cellLegend()}`,
    chart,
    note: heldInWords(grid, [across.path, up.path], result.best.params),
  });
}

function heldInWords({ axes }: SweepGrid, shown: readonly string[], params: Readonly<Record<string, unknown>>): string | undefined {
  const others = Object.keys(params).filter((path) => !shown.includes(path));
  if (others.length === 0) return undefined;
  const held = pointText(Object.fromEntries(others.map((path) => [path, params[path] as string])));
  const chosen =
    axes.length > 2 ? `Of ${axes.length} numbers that vary, the map has the two that move the mean of the objective most; ` : '';
  return `${chosen}${chosen === '' ? 'A' : 'a'}ll else is at the best’s values: ${held}. The plateau may run on through them.`;
}

function lineFigure({ axis, cells, best }: LineSlice, { view, grid, belongs }: Around): Markup {
  const { objective, valueText, result } = view;
  const values = Float64Array.from(cells, (cell) => grid.values[cell]!);
  const plateau = new Set([...cells.keys()].filter((at) => belongs.has(cells[at]!)));
  const name = pathName(axis.path);
  const others = Object.entries(result.best.params).filter(([path]) => path !== axis.path);
  const rest = others.length === 0 ? undefined : `All else is at the best’s values: ${pointText(Object.fromEntries(others))}.`;
  return figure({
    title: `${objective} along ${name}`,
    legend: html`<span class="key"><i class="sign best"></i>the best</span><span class="key"><i class="area shaded"></i>the plateau</span>`,
    chart: profileChart({
      label: `${objective} along ${name}: the best, ${valueText(result.best.value)}, at ${paramText(axis.values[best]!)}`,
      ...{ labels: axis.values.map(paramText), values, best, plateau, formatTick: statisticTick(result.objective) },
    }),
    ...(rest !== undefined && { note: rest }),
  });
}

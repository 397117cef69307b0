import { type PointAxis, scatterPlot } from '../charts/scatter-plot.js';
import { decimalsFor } from '../format/format-cash.js';
import { formatNumber } from '../format/format-number.js';
import { html, type Markup } from '../html.js';
import { figure } from '../sections/section.js';
import { statisticTick } from '../sections/statistic-tick.js';
import { axisInfluence } from '../statistics/axis-influence.js';
import type { ColourClasses } from '../statistics/colour-classes.js';
import { mapLegend } from './map-legend.js';
import { pathName, type SweepView } from './sweep-view.js';

/** Trials drawn: they are in random order, so that the first of them are a fair sample. */
const MOST_POINTS = 5000;

/** Random trials as points over the two numbers that move the objective most, or over one and the objective itself. */
export function randomMap(view: SweepView, classes: ColourClasses): Markup {
  const { result, objective, valueText } = view;
  const { params, metrics, rows } = result.trials;
  const values = metrics[result.objective];
  const axes = Object.entries(params)
    .flatMap(([path, column]) =>
      column instanceof Float64Array && varies(column) ? [{ path, column, influence: axisInfluence(column, values) }] : [],
    )
    .sort((a, b) => b.influence - a.influence)
    .slice(0, 2)
    .map(({ path, column }): PointAxis => ({ name: pathName(path), values: column, formatTick: numberTick, scale: scaleOf(path, view) }));
  const [across, second] = axes;
  if (across === undefined)
    return html`<p class="none">No number varies in this sweep, so its trials have no order; the table below has them.</p>`;
  const up = second ?? { name: objective, values, formatTick: statisticTick(result.objective), scale: 'linear' };
  const { row: best } = result.best;
  const drawn = Uint8Array.from(values, (value, row) =>
    (row < MOST_POINTS || row === best) && !Number.isNaN(value) ? classes.classOf(value) : 0,
  );
  const label = `${objective} of random trials over ${across.name} and ${up.name}: the best, ${valueText(result.best.value)}`;
  const some = rows > MOST_POINTS ? ` The first ${formatNumber(MOST_POINTS, 0)} of ${formatNumber(rows, 0)} are drawn.` : '';
  const two =
    Object.keys(params).length > 2
      ? ' The two numbers are those that move the mean of the objective most; the others vary from point to point.'
      : '';
  return figure({
    title: `${objective} over ${across.name} (across) and ${up.name} (up)`,
    legend: mapLegend(view, classes),
    chart: scatterPlot({ label, across, up, classes: drawn, best }),
    note: `A point is a trial. Random trials have no neighbours one step away, so there is no plateau to outline: look whether good points lie together.${two}${some}`,
  });
}

function varies(column: Float64Array): boolean {
  return column.some((value) => value !== column[0]);
}

function scaleOf(path: string, { result }: SweepView): 'linear' | 'log' {
  const axis = result.sweep.random?.[path];
  return typeof axis === 'object' && 'scale' in axis ? axis.scale : 'linear';
}

function numberTick(value: number, step: number): string {
  return formatNumber(value, decimalsFor(step));
}

import type { MetricId } from '@projecta/client';
import { formatNumber } from '@projecta/report';
import {
  colourClasses,
  contractOf,
  paramText,
  pathName,
  type PointAxis,
  pointPlaces,
  scatterPlot,
  statisticTick,
  type SweepView,
} from '@projecta/report';
import { useMemo, useState } from 'preact/hooks';
import type { CompletedSweep } from '../sweep/completed-sweep.js';
import type { Trials } from '../trials/trials.js';
import { scatteredCells } from './cell-box.js';
import { MapFigure } from './map-figure.js';
import { markedCell } from './plane.js';
import { Choice } from '../../design/choice.js';
import { drawnRows, influentialPaths } from './point-choice.js';

interface Props {
  readonly sweep: CompletedSweep;
  readonly trials: Trials;
  readonly view: SweepView;
  readonly metric: MetricId;
}

/** In place of a path: the metric itself. */
const METRIC = '';

/** Random trials as points over two numbers, or over one and the metric. */
export function PointMap({ sweep, trials, view, metric }: Props) {
  const objective = trials.metrics[sweep.objective]!;
  const paths = useMemo(() => influentialPaths(trials, objective), [trials.params, objective]);
  const [across, setAcross] = useState(paths[0]);
  const [up, setUp] = useState(paths[1] ?? METRIC);
  const values = trials.metrics[metric]!;
  const classes = useMemo(() => colourClasses(values, contractOf(metric).lowerIsBetter ?? false), [values]);
  const drawn = useMemo(() => {
    if (across === undefined || classes === null) return undefined;
    const axes = { across: axisOf(across, { sweep, trials, metric }), up: axisOf(up, { sweep, trials, metric }) };
    const rows = drawnRows(values, [axes.across.values, axes.up.values], sweep.best.row);
    const levels = new Uint8Array(trials.rows);
    for (const row of rows) levels[row] = classes.classOf(values[row]!);
    const order = rows.sort((a, b) => axes.across.values[a]! - axes.across.values[b]! || a - b);
    const marked = markedCell(
      { columns: order.length, rows: 1, trials: Int32Array.from(order) },
      { values: objective, lowerIsBetter: sweep.lower_is_better },
      { values, lowerIsBetter: contractOf(metric).lowerIsBetter ?? false },
    );
    return { axes, levels, order, marked, cells: scatteredCells({ ...pointPlaces(axes), order }) };
  }, [across, up, values, classes]);
  if (across === undefined)
    return <p class="notice">No number varies in this sweep, so its trials have no order; the table of trials has them.</p>;
  if (!drawn || classes === null || drawn.order.length === 0)
    return <p class="notice">No trial has a value of “{contractOf(metric).title}”. Choose another metric.</p>;
  const title = `${contractOf(metric).title} over ${drawn.axes.across.name} (across) and ${drawn.axes.up.name} (up)`;
  const names = paths.map((path) => [path, pathName(path)] as const);
  return (
    <>
      <Choice isNamed label="Across" value={across} options={names} onChange={setAcross} />
      <Choice isNamed label="Up" value={up} options={[...names, [METRIC, 'the metric itself']]} onChange={setUp} />
      <Scatter key={`${across} ${up}`} {...{ sweep, trials, view, metric, title, classes, drawn }} />
    </>
  );
}

interface ScatterProps extends Props {
  readonly title: string;
  readonly classes: NonNullable<ReturnType<typeof colourClasses>>;
  readonly drawn: {
    readonly axes: Record<'across' | 'up', PointAxis>;
    readonly levels: Uint8Array;
    readonly order: readonly number[];
    /** The place in `order` of the point to mark. */
    readonly marked: number;
    readonly cells: ReturnType<typeof scatteredCells>;
  };
}

function Scatter({ title, drawn, ...rest }: ScatterProps) {
  const chart = useMemo(
    () => scatterPlot({ label: title, ...drawn.axes, classes: drawn.levels, best: drawn.order[drawn.marked]! }),
    [drawn],
  );
  const some =
    drawn.order.length < rest.trials.rows
      ? ` ${formatNumber(drawn.order.length, 0)} of ${formatNumber(rest.trials.rows, 0)} are drawn.`
      : '';
  return (
    <MapFigure
      {...{ ...rest, title, chart }}
      cells={drawn.cells}
      rows={drawn.order}
      first={drawn.marked}
      kind="points"
      hasPlateau={false}
      note={`A point is a trial; other parameters vary from point to point. Random trials have no neighbours one step away, so there is no plateau to outline: look whether good points lie together.${some}`}
    />
  );
}

function axisOf(path: string, { sweep, trials, metric }: Pick<Props, 'sweep' | 'trials' | 'metric'>): PointAxis {
  if (path === METRIC)
    return { name: contractOf(metric).title, values: trials.metrics[metric]!, formatTick: statisticTick(metric), scale: 'linear' };
  const drawnFrom = sweep.sweep.random?.[path];
  const scale = typeof drawnFrom === 'object' && 'scale' in drawnFrom ? (drawnFrom.scale ?? 'linear') : 'linear';
  return { name: pathName(path), values: trials.params[path] as Float64Array, formatTick: paramText, scale };
}

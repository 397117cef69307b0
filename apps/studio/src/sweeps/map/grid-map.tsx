import type { MetricId } from '@projecta/client';
import { colourClasses, contractOf, heatMap, plateauCells, pointText, profileChart, statisticTick, type SweepView } from '@projecta/report';
import { useMemo, useState } from 'preact/hooks';
import type { CompletedSweep } from '../sweep/completed-sweep.js';
import { pointAt, type Trials } from '../trials/trials.js';
import { tiledCells } from './cell-box.js';
import { firstView } from './first-view.js';
import { MapFigure } from './map-figure.js';
import { markedCell, planeOf, type View } from './plane.js';
import { planeTitle } from './plane-title.js';
import type { SearchSpace } from './search-space.js';
import { shortText } from './short-text.js';
import { ViewPickers } from './view-pickers.js';

interface Props {
  readonly sweep: CompletedSweep;
  readonly trials: Trials;
  readonly view: SweepView;
  readonly space: SearchSpace;
  readonly metric: MetricId;
}

/** A grid's trials over two of its axes as a heat map, or along one as a line. */
export function GridMap({ sweep, trials, view, space, metric }: Props) {
  const objective = trials.metrics[sweep.objective]!;
  const [looked, setLooked] = useState<View>(() => firstView(space, trials, { objective, best: sweep.best.row }));
  const values = trials.metrics[metric]!;
  const plane = useMemo(() => planeOf(space, looked), [space, looked]);
  const shown = { values, lowerIsBetter: contractOf(metric).lowerIsBetter ?? false };
  const classes = useMemo(() => colourClasses(values, shown.lowerIsBetter), [values]);
  const best = useMemo(() => markedCell(plane, { values: objective, lowerIsBetter: sweep.lower_is_better }, shown), [plane, values]);
  const plateau = useMemo(() => plateauRows(view), [view]);
  const across = space.axes[looked.across]!;
  const up = looked.up === undefined ? undefined : space.axes[looked.up]!;
  const title = planeTitle(metric, across, up);
  const chart = useMemo(() => {
    if (best < 0 || !classes) return undefined;
    const column = Float64Array.from(plane.trials, (row) => (row < 0 ? NaN : values[row]!));
    const belongs = new Set([...plane.trials.keys()].filter((cell) => plateau.has(plane.trials[cell]!)));
    const short = shortText(metric);
    if (!up)
      return profileChart({
        label: title,
        labels: across.labels,
        values: column,
        best,
        plateau: belongs,
        formatTick: statisticTick(metric),
        height: 300,
      });
    return heatMap({
      ...{ label: title, across, up, best, outlined: belongs },
      classes: Uint8Array.from(column, (value) => (Number.isNaN(value) ? 0 : classes.classOf(value))),
      textOf: (cell) => short(column[cell]!),
    });
  }, [plane, values, plateau]);
  return (
    <>
      <ViewPickers space={space} view={looked} onChange={setLooked} />
      {!chart || !classes ? (
        <p class="notice">No trial of this part has a value of “{contractOf(metric).title}”. Choose other values, or another metric.</p>
      ) : (
        <MapFigure
          key={`${looked.across} ${looked.up} ${looked.held.join(' ')}`}
          {...{ sweep, trials, view, metric, title, chart, classes }}
          hasPlateau={plateau.size > 0}
          cells={tiledCells(plane)}
          rows={plane.trials}
          first={best}
          kind={up ? 'map' : 'line'}
          note={<Note sweep={sweep} trials={trials} best={plane.trials[best]!} />}
        />
      )}
    </>
  );
}

function Note({ sweep, trials, best }: { readonly sweep: CompletedSweep; readonly trials: Trials; readonly best: number }) {
  const isAll = best === sweep.best.row;
  return (
    <>
      {isAll
        ? 'The dot marks the best of all trials.'
        : `The dot marks the best of this part. The best of all trials lies elsewhere: ${pointText(pointAt(trials, sweep.best.row))}.`}{' '}
      A click, or Enter, opens a trial as a run.
    </>
  );
}

/** The rows of the trials that belong to the plateau around the best, by the objective. */
function plateauRows({ grid, result }: SweepView): ReadonlySet<number> {
  if (grid === null || result.best.value === null) return new Set();
  return new Set(plateauCells(grid, result).cells.map((cell) => grid.rows[cell]!));
}

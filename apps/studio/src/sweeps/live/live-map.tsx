import type { MetricId } from '@projecta/client';
import { colourClasses, type ColourClasses, contractOf, formatStatistic, heatMap, mapLegend, pointText } from '@projecta/report';
import { bestByObjective } from '@projecta/validation';
import { useMemo } from 'preact/hooks';
import { Drawn } from '../../design/drawn.js';
import { firstView } from '../map/first-view.js';
import { bestCell, planeOf } from '../map/plane.js';
import { planeTitle } from '../map/plane-title.js';
import { shortText } from '../map/short-text.js';
import { pointAt } from '../trials/trials.js';
import { BestSoFar } from './best-so-far.js';
import type { LiveSpace } from './live-space.js';
import './live-map.css';
import type { ToldTrials } from './told-trials.js';

interface Props extends LiveSpace {
  readonly metric: MetricId;
  readonly told: ToldTrials;
}

/** A scale without a value. */
const NO_CLASSES: ColourClasses = { poor: NaN, good: NaN, classOf: () => 0 };

/** The heat map of a sweep that runs: the cells of the finished one, each filled as its trial ends. */
export function LiveMap({ space, trials, metric, told: { values, hasEnded, count } }: Props) {
  const lowerIsBetter = contractOf(metric).lowerIsBetter ?? false;
  const first = bestByObjective(values, lowerIsBetter);
  const best = Number.isNaN(values[first]!) ? undefined : first;
  // the axes are chosen as if nothing were known: they stay while values come
  const unknown = useMemo(() => new Float64Array(trials.rows).fill(NaN), [trials]);
  const looked = useMemo(() => firstView(space, trials, { objective: unknown, best: first }), [space, first]);
  const plane = useMemo(() => planeOf(space, looked), [space, looked]);
  const [across, up] = [space.axes[looked.across]!, space.axes[looked.up!]!];
  const title = planeTitle(metric, across, up);
  const classes = useMemo(() => colourClasses(values, lowerIsBetter) ?? NO_CLASSES, [values]);
  const chart = useMemo(() => {
    const short = shortText(metric);
    const valueOf = (cell: number): number => values[plane.trials[cell]!]!;
    return heatMap({
      ...{ label: `${title}, of the ${count} trials so far`, across, up },
      classes: Uint8Array.from(plane.trials, (trial) => (Number.isNaN(values[trial]!) ? 0 : classes.classOf(values[trial]!))),
      best: bestCell(plane, values, lowerIsBetter),
      outlined: new Set(),
      isPending: (cell) => hasEnded[plane.trials[cell]!] === 0,
      textOf: (cell) => short(valueOf(cell)),
    });
  }, [plane, values]);
  const held = space.axes.flatMap(({ path }, axis) => (axis === looked.across || axis === looked.up ? [] : [path]));
  const heldAt = Object.entries(pointAt(trials, first)).filter(([path]) => held.includes(path));
  const valueText = (value: number | null): string => formatStatistic(metric, Number.isNaN(value) ? null : value);
  return (
    <section class="map-tab" aria-label="Map of the trials so far">
      <figure class="map-figure">
        <figcaption class="row spread">
          <h2>{title}</h2>
          <div class="map-legend">
            <Drawn part={mapLegend({ valueText, result: { lower_is_better: lowerIsBetter } }, classes)} />
            <span class="map-key pending">still to come</span>
            <span class="map-key nothing">skipped or without a value</span>
          </div>
        </figcaption>
        <div class="map-and-trial">
          <div>
            <div class="map-holder map">
              <Drawn part={chart} />
            </div>
            {heldAt.length > 0 && (
              <p class="help">All else is at the values of the best so far: {pointText(Object.fromEntries(heldAt))}.</p>
            )}
          </div>
          <BestSoFar trials={trials} row={best} metric={metric} text={valueText(best === undefined ? null : values[best]!)} ended={count} />
        </div>
      </figure>
    </section>
  );
}

import type { MetricId } from '@projecta/client';
import { useMemo, useState } from 'preact/hooks';
import { Refused } from '../../design/refused.js';
import { Waiting } from '../../design/waiting.js';
import type { CompletedSweep } from '../sweep/completed-sweep.js';
import { keptSweep } from '../sweep/kept-sweep.js';
import type { SweepTables } from '../sweep/sweep-tables.js';
import { useTrials } from '../trials/use-trials.js';
import { GridMap } from './grid-map.js';
import { metricOptions } from './metric-options.js';
import { Choice } from '../../design/choice.js';
import { PointMap } from './point-map.js';
import { searchSpace } from './search-space.js';

interface Props {
  readonly sweep: CompletedSweep;
  readonly tables: SweepTables;
}

/** Where the best lies among what was searched, and what lies around it. */
export function MapTab({ sweep, tables }: Props) {
  const [metric, setMetric] = useState<MetricId>(sweep.objective);
  const answer = useTrials(tables, [metric]);
  const trials = answer.last;
  const shown = trials?.metrics[metric] ? metric : sweep.objective;
  const view = useMemo(() => trials && keptSweep(sweep, { trials }), [sweep, trials?.params]);
  const space = useMemo(() => trials && searchSpace(sweep.sweep, trials), [sweep, trials?.params]);
  if (answer.state === 'refused') return <Refused title="The trials cannot be read" refusal={answer.refusal} again={answer.again} />;
  if (!trials || !view) return <Waiting what="Loading the trials" height={600} />;
  const part = { sweep, trials, view, metric: shown };
  return (
    <section class="map-tab" aria-label="Map of the trials">
      <Choice
        isNamed
        label="Show"
        value={metric}
        options={metricOptions(sweep.objective, Object.keys(sweep.best.metrics))}
        onChange={setMetric}
      />
      {space && <GridMap {...part} space={space} />}
      {!space && sweep.sweep.random && <PointMap {...part} />}
      {!space && !sweep.sweep.random && <p class="notice">Nothing varies in this sweep: there is one trial, and no map of it.</p>}
    </section>
  );
}

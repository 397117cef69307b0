import { contractOf, formatStatistic, mapLegend, type Markup, pointText, type SweepView, type ColourClasses } from '@projecta/report';
import type { MetricId } from '@projecta/client';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Drawn } from '../../design/drawn.js';
import type { CompletedSweep } from '../sweep/completed-sweep.js';
import { keyMetrics } from '../sweep/sweep-tables.js';
import { TrialFacts } from '../trials/trial-facts.js';
import { metricAt, pointAt, type Trials } from '../trials/trials.js';
import { useOpenTrial } from '../trials/use-open-trial.js';
import type { Cells } from './cell-box.js';
import { CellLayer } from './cell-layer.js';

interface Props {
  readonly sweep: CompletedSweep;
  readonly trials: Trials;
  readonly view: SweepView;
  readonly metric: MetricId;
  readonly title: string;
  readonly chart: Markup;
  readonly classes: ColourClasses;
  /** Whether a plateau is outlined or shaded. */
  readonly hasPlateau: boolean;
  readonly cells: Cells;
  /** The row of each cell's trial, -1 where the combination was skipped. */
  readonly rows: ArrayLike<number>;
  readonly first: number;
  readonly kind: 'map' | 'line' | 'points';
  readonly note?: ComponentChildren;
}

/** A drawn map with its legend, made to be pointed at, beside what is pointed at. */
export function MapFigure({ sweep, trials, view, metric, title, chart, classes, hasPlateau, cells, rows, first, kind, note }: Props) {
  const [chosen, setChosen] = useState(first);
  const [hovered, setHovered] = useState<number>();
  const { opening, open } = useOpenTrial(sweep, trials);
  const shown = hovered ?? chosen;
  const openCell = (cell: number): void => {
    const row = rows[cell]!;
    if (row >= 0) open(row);
  };
  const told = { ...view, valueText: (value: number | null) => formatStatistic(metric, value) };
  const lower_is_better = contractOf(metric).lowerIsBetter ?? false;
  return (
    <figure class="map-figure">
      <figcaption class="row spread">
        <h3>{title}</h3>
        <div class="map-legend">
          {kind === 'line' ? (
            <span class="map-key best">the best</span>
          ) : (
            <Drawn part={mapLegend({ ...told, result: { ...view.result, lower_is_better } }, classes)} />
          )}
          {hasPlateau && <span class={`map-key plateau ${kind}`}>the plateau</span>}
          {kind === 'map' && <span class="map-key nothing">skipped or without a value</span>}
        </div>
      </figcaption>
      <div class="map-and-trial">
        <div>
          <div class={`map-holder ${kind}`}>
            <Drawn part={chart} />
            <CellLayer
              cells={cells}
              label={`${title}: arrow keys move, Enter opens the trial as a run`}
              chosen={chosen}
              shown={shown}
              textOf={(cell) => cellText(trials, rows[cell]!, metric)}
              onChoose={setChosen}
              onHover={setHovered}
              onOpen={openCell}
            />
          </div>
          {note !== undefined && <p class="help">{note}</p>}
        </div>
        <TrialFacts
          trials={trials}
          row={rows[shown]!}
          metrics={[...new Set([metric, ...keyMetrics(sweep.objective)])]}
          isBest={rows[shown] === sweep.best.row}
          opening={opening}
          onOpen={open}
        />
      </div>
    </figure>
  );
}

/** A cell in words. */
function cellText(trials: Trials, row: number, metric: MetricId): string {
  if (row < 0) return 'skipped: its run would be refused';
  const told = [...new Set<MetricId>([metric, 'sharpe', 'total_return', 'max_drawdown', 'trades'])];
  const metrics = told.map((id) => `${contractOf(id).title} ${formatStatistic(id, metricAt(trials, id, row))}`);
  return `${pointText(pointAt(trials, row))}: ${metrics.join(', ')}`;
}

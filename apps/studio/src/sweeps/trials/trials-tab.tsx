import type { MetricId } from '@projecta/client';
import { contractOf, formatNumber, skippedTable } from '@projecta/report';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Drawn } from '../../design/drawn.js';
import { Pager } from '../../design/pager.js';
import { Refused } from '../../design/refused.js';
import { Waiting } from '../../design/waiting.js';
import { metricOptions } from '../map/metric-options.js';
import { Choice } from '../../design/choice.js';
import type { CompletedSweep } from '../sweep/completed-sweep.js';
import { keyMetrics, type SweepTables } from '../sweep/sweep-tables.js';
import { ranked, type TrialQuery } from './ranked.js';
import { TrialFilters } from './trial-filters.js';
import { TrialTable } from './trial-table.js';
import type { Trials } from './trials.js';
import { useTrials } from './use-trials.js';

interface Props {
  readonly sweep: CompletedSweep;
  readonly tables: SweepTables;
}

/** The trials one by one, and what was skipped. */
export function TrialsTab({ sweep, tables }: Props) {
  const [added, setAdded] = useState<readonly MetricId[]>([]);
  const answer = useTrials(tables, added);
  const known = keyMetrics(sweep.objective);
  const options = metricOptions(sweep.objective, Object.keys(sweep.best.metrics)).filter(
    ([id]) => !known.includes(id) && !added.includes(id),
  );
  if (answer.state === 'refused') return <Refused title="The trials cannot be read" refusal={answer.refusal} again={answer.again} />;
  if (!answer.last) return <Waiting what="Loading the trials" height={780} />;
  const columns = [...known, ...added].filter((id) => answer.last?.metrics[id]);
  return (
    <div class="parts">
      <RankedTrials sweep={sweep} trials={answer.last} columns={columns}>
        {options.length > 0 && (
          <Choice<MetricId | ''>
            isNamed
            label="Add"
            value=""
            options={[['', 'a metric …'], ...options]}
            onChange={(id) => id !== '' && setAdded([...added, id])}
          />
        )}
      </RankedTrials>
      <Drawn part={skippedTable(sweep.skipped)} />
    </div>
  );
}

const PAGE = 25;

interface RankedProps {
  readonly sweep: CompletedSweep;
  readonly trials: Trials;
  readonly columns: readonly MetricId[];
  readonly children: ComponentChildren;
}

function RankedTrials({ sweep, trials, columns, children }: RankedProps) {
  const [query, setQuery] = useState<TrialQuery>({
    ...{ sort: `metric ${sweep.objective}`, only: {} },
    order: sweep.lower_is_better ? 'ascending' : 'descending',
  });
  const [page, setPage] = useState(0);
  const rows = useMemo(() => ranked(trials, query), [trials, query]);
  useEffect(() => setPage(0), [query]);
  const count =
    rows.length === trials.rows ? formatNumber(rows.length, 0) : `${formatNumber(rows.length, 0)} of ${formatNumber(trials.rows, 0)}`;
  return (
    <section class="stack" aria-labelledby="trials-title">
      <div class="row spread">
        <h2 id="trials-title">
          Trials <span class="soft count">{count}</span>
        </h2>
        <div class="row filters">
          <TrialFilters sweep={sweep} columns={columns} query={query} onChange={setQuery} />
          {children}
        </div>
      </div>
      <TrialTable {...{ sweep, trials, columns, query }} rows={rows.subarray(page * PAGE, (page + 1) * PAGE)} onQuery={setQuery} />
      {rows.length === 0 && <p class="notice">No trial has these values. Choose others.</p>}
      <Pager page={page} pages={Math.ceil(rows.length / PAGE)} onPage={setPage} />
      <p class="help">
        By {contractOf(sweep.objective).title} unless you sort otherwise. A trial’s run has the run_hash of its row; sweep.parquet has every
        metric in full precision.
      </p>
    </section>
  );
}

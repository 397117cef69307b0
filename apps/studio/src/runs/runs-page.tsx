import { useEffect, useMemo, useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { usePages } from '../api/use-pages.js';
import { Button } from '../design/button.js';
import { Empty } from '../design/empty.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import { linkTo } from '../routing/route.js';
import type { PageProps } from '../shell/pages.js';
import { ChosenRuns } from './chosen-runs.js';
import { RunFilters } from './run-filters.js';
import { matching } from './matching.js';
import { type RunsQuery, runsQuery, runsSearch } from './runs-query.js';
import { RunTable } from './run-table.js';
import './runs.css';
import { useLiveRuns } from './use-live-runs.js';

/** Every run that the service keeps: found, sorted, pinned, removed, and chosen for a comparison. */
export function RunsPage({ route }: PageProps) {
  const query = useMemo(() => runsQuery(route.query), [route.query.toString()]);
  const client = useClient();
  const list = usePages(runsSearch(query).toString(), (place) => client.runs.list({ ...query, ...place }));
  const live = useLiveRuns(list.items, list.again);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const shown = useMemo(() => matching(list.items, search), [list.items, search]);
  useEffect(() => setChosen((last) => last.filter((hash) => list.items.some(({ run_hash }) => run_hash === hash))), [list.items]);
  const go = (next: RunsQuery): void => {
    window.location.hash = linkTo('runs', undefined, runsSearch(next));
  };
  const choose = (run_hash: string): void =>
    setChosen(chosen.includes(run_hash) ? chosen.filter((each) => each !== run_hash) : [...chosen, run_hash]);
  const isFiltered = Boolean(query.status ?? query.symbol ?? query.strategy);
  return (
    <div class="stack runs">
      <div class="row spread">
        <h1>Runs</h1>
        <a class="button primary" href={linkTo('run')}>
          Run a backtest
        </a>
      </div>
      <RunFilters query={query} items={list.items} search={search} onSearch={setSearch} onChange={go} />
      <ChosenRuns chosen={chosen} onClear={() => setChosen([])} />
      {list.refusal && <Refused title="The runs cannot be listed" refusal={list.refusal} again={list.again} />}
      {list.isFirst && !list.refusal && <Waiting what="Loading the runs" height={480} />}
      {shown.length > 0 && (
        <RunTable items={shown} live={live} query={query} chosen={chosen} onChoose={choose} onSort={go} onChanged={list.again} />
      )}
      {!list.isFirst && !list.refusal && shown.length === 0 && (
        <Empty title={isFiltered || search !== '' ? 'No run is like that' : 'Nothing was run yet'}>
          {isFiltered || search !== '' ? (
            <p class="row">
              <Button
                onClick={() => {
                  setSearch('');
                  go({ sort: query.sort });
                }}
              >
                Show all runs
              </Button>
              {list.hasMore && <span>The search looks through the runs that are loaded; there are more.</span>}
            </p>
          ) : (
            <p>
              <a href={linkTo('run')}>Run a backtest</a>: the built-in symbol TEST needs no data.
            </p>
          )}
        </Empty>
      )}
      {list.hasMore && (
        <p class="row">
          <Button onClick={list.more} disabled={list.isLoading}>
            {list.isLoading ? 'Loading more …' : 'Load more runs'}
          </Button>
        </p>
      )}
    </div>
  );
}

import type { ListedRun } from '@projecta/client';
import { SortHead } from '../design/sort-head.js';
import { RunLine } from './run-line.js';
import { type RunsQuery, sortedBy } from './runs-query.js';
import type { LiveState } from './use-live-runs.js';

interface Props {
  readonly items: readonly ListedRun[];
  readonly live: ReadonlyMap<string, LiveState>;
  readonly query: RunsQuery;
  readonly chosen: readonly string[];
  readonly onChoose: (run_hash: string) => void;
  readonly onSort: (query: RunsQuery) => void;
  readonly onChanged: () => void;
}

export function RunTable({ items, live, query, chosen, onChoose, onSort, onChanged }: Props) {
  const now = new Date().getTime(); // the page is where the clock enters
  const sorted = (id: string | undefined): 'ascending' | 'descending' | undefined => {
    if (query.sort === `-${id}`) return 'descending';
    return query.sort === id ? 'ascending' : undefined;
  };
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="List of runs">
      <table class="run-list">
        <caption class="hidden">Runs with their states and key metrics</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden">Compare</span>
            </th>
            {COLUMNS.map(([id, name, className]) => (
              <SortHead key={name} id={id} sorted={sorted(id)} onSort={(column) => onSort(sortedBy(query, column))} class={className}>
                {name}
              </SortHead>
            ))}
            <th scope="col">
              <span class="hidden">Keep or remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((run) => (
            <RunLine
              key={run.run_hash}
              run={run}
              live={live.get(run.run_hash)}
              isChosen={chosen.includes(run.run_hash)}
              now={now}
              onChoose={() => onChoose(run.run_hash)}
              onChanged={onChanged}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const COLUMNS: readonly (readonly [id: string | undefined, name: string, className?: string])[] = [
  [undefined, 'Run'],
  ['symbol', 'Symbol'],
  ['strategy', 'Strategy'],
  [undefined, 'Span'],
  [undefined, 'Status'],
  ['total_return', 'Return', 'n'],
  ['sharpe', 'Sharpe', 'n'],
  [undefined, 'Drawdown', 'n'],
  [undefined, 'Trades', 'n'],
  ['created_at', 'Begun', 'n'],
];

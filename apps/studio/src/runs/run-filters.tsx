import type { ListedRun } from '@projecta/client';
import { useRef } from 'preact/hooks';
import { Choice } from '../design/choice.js';
import { linkTo } from '../routing/route.js';
import { hashIn } from './matching.js';
import { type RunsQuery, STATUSES } from './runs-query.js';

interface Props {
  readonly query: RunsQuery;
  readonly items: readonly ListedRun[];
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onChange: (query: RunsQuery) => void;
}

/** Which runs are listed. Symbols and strategies to choose from are those that were met so far. */
export function RunFilters({ query, items, search, onSearch, onChange }: Props) {
  const symbols = useMet(
    items.map(({ symbol }) => symbol),
    query.symbol,
  );
  const strategies = useMet(
    items.map(({ strategy }) => strategy),
    query.strategy,
  );
  const hash = hashIn(search);
  const change = (key: 'status' | 'symbol' | 'strategy', value: string): void => {
    const { [key]: _, ...rest } = query;
    onChange({ ...rest, ...(value !== '' && { [key]: value }) } as RunsQuery);
  };
  return (
    <form class="row filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label class="search">
        <span class="hidden">Search the list</span>
        <input
          type="search"
          placeholder="Search symbol, strategy, hash …"
          value={search}
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
      </label>
      <Choice
        label="Status"
        value={query.status ?? ''}
        onChange={(value) => change('status', value)}
        options={[['', 'Any status'], ...pairs(STATUSES)]}
      />
      <Choice
        label="Symbol"
        value={query.symbol ?? ''}
        onChange={(value) => change('symbol', value)}
        options={[['', 'Any symbol'], ...pairs(symbols)]}
      />
      <Choice
        label="Strategy"
        value={query.strategy ?? ''}
        onChange={(value) => change('strategy', value)}
        options={[['', 'Any strategy'], ...pairs(strategies)]}
      />
      {hash !== undefined && (
        <a class="button" href={linkTo('result', hash)}>
          Open run {hash.slice(0, 12)}
        </a>
      )}
    </form>
  );
}

function pairs(values: readonly string[]): (readonly [string, string])[] {
  return values.map((value) => [value, value]);
}

/** Every value that was ever in the list: a filter must not take away the way to another. */
function useMet(values: readonly string[], chosen: string | undefined): readonly string[] {
  const met = useRef(new Set<string>());
  for (const value of values) met.current.add(value);
  if (chosen !== undefined) met.current.add(chosen);
  return [...met.current].sort();
}

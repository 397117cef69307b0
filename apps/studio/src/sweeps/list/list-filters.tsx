import type { ListedSweep } from '@projecta/client';
import { useClient } from '../../api/client-context.js';
import { useAnswer } from '../../api/use-answer.js';
import { linkTo } from '../../routing/route.js';
import { Choice } from '../../design/choice.js';
import { type ListQuery, STATUS_OPTIONS, wordsOf } from './sweep-query.js';

interface Props {
  readonly query: ListQuery;
  readonly items: readonly ListedSweep[];
}

/** Symbol, strategy and state; the address has what is chosen. */
export function ListFilters({ query, items }: Props) {
  const client = useClient();
  const dataSets = useAnswer('data sets', () => client.datasets.list({ limit: 500 })).value?.items ?? [];
  const strategies = useAnswer('strategies', () => client.catalog({ kind: 'strategy' })).value?.items ?? [];
  const symbols = [...new Set([...dataSets.map(({ symbol }) => symbol), ...items.map(({ symbol }) => symbol), query.symbol])]
    .filter(Boolean)
    .sort();
  const names = [...new Set([...strategies.map(({ name }) => name), ...items.map(({ strategy }) => strategy), query.strategy])]
    .filter(Boolean)
    .sort();
  const choose = (change: Partial<ListQuery>): void =>
    window.location.replace(linkTo('sweeps', undefined, wordsOf({ ...query, ...change })));
  const options = (words: readonly string[]): readonly (readonly [string, string])[] => [
    ['', 'any'],
    ...words.map((word) => [word, word] as const),
  ];
  return (
    <div class="row">
      <Choice isNamed label="Symbol" value={query.symbol} options={options(symbols)} onChange={(symbol) => choose({ symbol })} />
      <Choice isNamed label="Strategy" value={query.strategy} options={options(names)} onChange={(strategy) => choose({ strategy })} />
      <Choice isNamed label="State" value={query.status} options={STATUS_OPTIONS} onChange={(status) => choose({ status })} />
    </div>
  );
}

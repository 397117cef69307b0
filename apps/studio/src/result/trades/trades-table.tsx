import type { TradeRow } from '@projecta/client';
import { formatBarTime, formatNumber, isDaily } from '@projecta/report';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Pager } from '../../design/pager.js';
import { SortHead } from '../../design/sort-head.js';
import { ALL_TRADES, tradeList, type TradeQuery, type TradeSort } from './trade-list.js';
import { TradeFilters } from './trade-filters.js';
import { TradeLine } from './trade-line.js';

interface Props {
  readonly trades: readonly TradeRow[];
  /** Times of the bars, for how times are written. */
  readonly ts: Float64Array;
  readonly chosen: TradeRow | undefined;
  readonly onChoose: (trade: TradeRow) => void;
}

const PAGE = 25;

/** The round trips one by one: sorted by any column, filtered, in pages; a click brings one into sight in the chart. */
export function TradesTable({ trades, ts, chosen, onChoose }: Props) {
  const [query, setQuery] = useState<TradeQuery>(ALL_TRADES);
  const [page, setPage] = useState(0);
  const list = useMemo(() => tradeList(trades, query), [trades, query]);
  useEffect(() => setPage(0), [query]);
  const daily = useMemo(() => isDaily(ts), [ts]);
  const timeOf = (ms: number): string => formatBarTime(ms, daily);
  const sortBy = (sort: TradeSort): void =>
    setQuery({
      ...query,
      sort,
      order:
        query.sort === sort && query.order === 'descending'
          ? 'ascending'
          : query.sort === sort
            ? 'descending'
            : (FIRST[sort] ?? 'descending'),
    });
  if (trades.length === 0) return <p class="notice">No round trip was closed in this run.</p>;
  const rows = list.slice(page * PAGE, (page + 1) * PAGE);
  return (
    <section class="stack" aria-labelledby="trades-title">
      <div class="row spread">
        <h2 id="trades-title">
          Trades{' '}
          <span class="soft count">
            {list.length === trades.length
              ? formatNumber(trades.length, 0)
              : `${formatNumber(list.length, 0)} of ${formatNumber(trades.length, 0)}`}
          </span>
        </h2>
        <TradeFilters trades={trades} query={query} onChange={setQuery} />
      </div>
      <div class="scroll trades-scroll" tabIndex={0} role="region" aria-label="List of trades">
        <table>
          <caption class="hidden">Round trips; the number of a trade brings it into sight in the chart</caption>
          <thead>
            <tr>
              {COLUMNS.map(([id, name, className]) => (
                <SortHead key={name} id={id} sorted={query.sort === id ? query.order : undefined} onSort={sortBy} class={className}>
                  {name}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <TradeLine key={one.number} one={one} timeOf={timeOf} isChosen={one.trade === chosen} onChoose={onChoose} />
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} pages={Math.ceil(list.length / PAGE)} onPage={setPage} />
    </section>
  );
}

/** Which way a column is sorted first, where that is not the largest on top. */
const FIRST: Partial<Record<TradeSort, 'ascending'>> = {
  number: 'ascending',
  entry_ts: 'ascending',
  exit_ts: 'ascending',
  mae: 'ascending',
};

const COLUMNS: readonly (readonly [id: TradeSort | undefined, name: string, className?: string])[] = [
  ['number', '#', 'n'],
  [undefined, 'Side'],
  ['entry_ts', 'Entered'],
  ['exit_ts', 'Left'],
  ['bars_held', 'Bars', 'n'],
  ['quantity', 'Quantity', 'n'],
  ['entry_price', 'Entry', 'n'],
  ['exit_price', 'Exit', 'n'],
  ['net_pnl', 'Net P&L', 'n'],
  ['return', 'Return', 'n'],
  ['costs', 'Costs', 'n'],
  ['mae', 'MAE', 'n'],
  ['mfe', 'MFE', 'n'],
  [undefined, 'Reason'],
];

import type { DataSet } from '@projecta/client';
import { formatNumber, NO_VALUE } from '@projecta/report';
import { Hash } from '../design/hash.js';
import { linkTo } from '../routing/route.js';
import { instantWords } from './instant-words.js';

interface DataSetTableProps {
  readonly items: readonly DataSet[];
  readonly chosen: DataSet | undefined;
}

/** What can be backtested. */
export function DataSetTable({ items, chosen }: DataSetTableProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Data sets">
      <table>
        <caption class="hidden">Data sets</caption>
        <thead>
          <tr>
            <th scope="col">Symbol</th>
            <th scope="col">Bars of</th>
            <th scope="col">First bar</th>
            <th scope="col">Last bar</th>
            <th scope="col" class="n">
              Bars
            </th>
            <th scope="col" class="n">
              Gaps
            </th>
            <th scope="col">From</th>
            <th scope="col">Data hash</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.symbol} ${item.timeframe}`} aria-current={item === chosen ? 'true' : undefined}>
              <th scope="row">
                <a href={dataSetLink(item)}>{item.symbol}</a>
              </th>
              <td>{item.timeframe ?? 'any'}</td>
              <td>{item.first === null ? '–' : instantWords(item.first)}</td>
              <td>{item.last === null ? '–' : instantWords(item.last)}</td>
              <td class="n">{item.bars === null ? NO_VALUE : formatNumber(item.bars, 0)}</td>
              <td class="n">{item.gaps === null ? NO_VALUE : formatNumber(item.gaps, 0)}</td>
              <td>{item.problem === null ? item.source.replace('_', ' ') : <span class="badge bad">cannot be read</span>}</td>
              <td>{item.data_hash === null ? '–' : <Hash value={item.data_hash} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The place where a data set is looked at. */
export function dataSetLink({ symbol, timeframe }: Pick<DataSet, 'symbol' | 'timeframe'>): string {
  return linkTo('data', symbol, timeframe === null ? {} : { timeframe });
}

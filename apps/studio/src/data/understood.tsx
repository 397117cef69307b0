import type { UploadCheck } from '@projecta/client';
import { formatNumber } from '@projecta/report';
import { Hash } from '../design/hash.js';
import { instantWords } from './instant-words.js';

type DataSet = NonNullable<UploadCheck['data_set']>;

interface UnderstoodProps {
  readonly dataSet: DataSet;
  readonly sample: UploadCheck['sample'];
}

/** What a file was understood as: its span, bars, gaps and columns, with its first bars. */
export function Understood({ dataSet, sample }: UnderstoodProps) {
  return (
    <div class="stack">
      <dl class="facts">
        <dt>Stored as</dt>
        <dd>
          {dataSet.symbol} {dataSet.timeframe}
        </dd>
        <dt>Span</dt>
        <dd>
          {instantWords(dataSet.first)} to {instantWords(dataSet.last)}
        </dd>
        <dt>Bars</dt>
        <dd>{formatNumber(dataSet.bars, 0)}</dd>
        <dt>Gaps</dt>
        <dd>{formatNumber(dataSet.gaps, 0)}</dd>
        <dt>Columns</dt>
        <dd>{dataSet.columns.join(', ')}</dd>
        <dt>Data hash</dt>
        <dd>
          <Hash value={dataSet.data_hash} />
        </dd>
      </dl>
      {sample && <Sample sample={sample} />}
    </div>
  );
}

function Sample({ sample }: { readonly sample: NonNullable<UploadCheck['sample']> }) {
  const { ts, ...prices } = sample;
  const columns = Object.entries(prices);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="First bars">
      <table>
        <caption>The first bars, as they were read</caption>
        <thead>
          <tr>
            <th scope="col">ts (UTC)</th>
            {columns.map(([name]) => (
              <th key={name} scope="col" class="n">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ts.map((at, t) => (
            <tr key={at}>
              <td>{instantWords(new Date(at).toISOString())}</td>
              {columns.map(([name, values]) => (
                <td key={name} class="n">
                  {values[t]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

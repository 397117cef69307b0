import type { DataSet } from '@projecta/client';
import { PricePreview } from '../price/price-preview.js';
import { FIRST_CONFIG } from '../run/config/first-config.js';
import { runLink } from '../run/config/config-link.js';
import { wholeSpan } from '../run/panels/span.js';
import { DataSetProfile } from './data-set-profile.js';
import { DataSetRemoval } from './data-set-removal.js';

interface DataSetDetailsProps {
  readonly dataSet: DataSet;
  /** Another file is to take its place. */
  readonly onReplace: (file: File) => void;
  readonly onRemoved: () => void;
}

/** One data set: its price, what is in it, and what can be done with it. */
export function DataSetDetails({ dataSet, onReplace, onRemoved }: DataSetDetailsProps) {
  const { symbol, timeframe, notes, problem, source } = dataSet;
  const { start, end } = wholeSpan(dataSet) ?? FIRST_CONFIG;
  const span = { symbol, timeframe: timeframe ?? FIRST_CONFIG.timeframe, start, end };
  return (
    <section class="panel stack" aria-labelledby="data-set-title">
      <h2 id="data-set-title">
        {symbol} {timeframe ?? ''}
      </h2>
      {problem === null ? <PricePreview span={span} /> : <p class="notice bad">{problem}</p>}
      <p class="row">
        {problem === null && (
          <a class="button" href={runLink({ ...FIRST_CONFIG, ...span })}>
            Backtest on it
          </a>
        )}
        {source === 'stored' && (
          <>
            <label class="button">
              Replace …
              <input
                class="hidden"
                type="file"
                accept=".csv,.tsv,.txt,.gz,.parquet"
                onChange={({ currentTarget: { files } }) => files?.[0] && onReplace(files[0])}
              />
            </label>
            <DataSetRemoval dataSet={dataSet} onRemoved={onRemoved} />
          </>
        )}
      </p>
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {problem === null && source !== 'built_in' && <DataSetProfile dataSet={dataSet} />}
    </section>
  );
}

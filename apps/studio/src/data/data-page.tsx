import { useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { useAnswer } from '../api/use-answer.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import { linkTo } from '../routing/route.js';
import type { PageProps } from '../shell/pages.js';
import './data.css';
import { DataSetDetails } from './data-set-details.js';
import { DataSetTable, dataSetLink } from './data-set-table.js';
import { DropZone } from './drop-zone.js';
import { UploadForm } from './upload-form.js';

/** A file that is about to become a data set, or to take the place of one. */
interface Upload {
  readonly file: File;
  readonly symbol?: string;
}

/** What can be backtested, and how more of it comes to be there. */
export function DataPage({ route }: PageProps) {
  const client = useClient();
  const list = useAnswer('data sets', () => client.datasets.list({ limit: 500 }));
  const [upload, setUpload] = useState<Upload>();
  const items = list.value?.items ?? [];
  const timeframe = route.query.get('timeframe');
  const chosen = items.find((each) => each.symbol === route.of && (timeframe === null || each.timeframe === timeframe));
  const drop = (event: DragEvent): void => {
    event.preventDefault(); // wherever it falls, the browser must not leave for the file
    const file = event.dataTransfer?.files[0];
    if (file) setUpload({ file });
  };
  return (
    <div class="stack data" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h1>Data</h1>
      <p class="lead">Candles that a run can name. A stored version never changes: another file makes another one.</p>
      {upload ? (
        <UploadForm
          key={`${upload.file.name} ${upload.file.lastModified} ${upload.symbol}`}
          file={upload.file}
          symbol={upload.symbol}
          onEnd={(stored) => {
            setUpload(undefined);
            if (!stored) return;
            list.again();
            window.location.hash = dataSetLink(stored);
          }}
        />
      ) : (
        <DropZone onFile={(file) => setUpload({ file })} />
      )}
      {list.state === 'refused' && <Refused title="The data sets could not be listed" refusal={list.refusal} again={list.again} />}
      {!list.value && list.state === 'asking' && <Waiting what="Listing the data sets" height={200} />}
      {list.value && (
        <div class="data-sets">
          <DataSetTable items={items} chosen={chosen} />
          {chosen && (
            <DataSetDetails
              key={`${chosen.symbol} ${chosen.timeframe} ${chosen.data_hash}`}
              dataSet={chosen}
              onReplace={(file) => setUpload({ file, symbol: chosen.symbol })}
              onRemoved={() => {
                window.location.hash = linkTo('data');
                list.again();
              }}
            />
          )}
          {route.of !== undefined && !chosen && list.state === 'answered' && <p class="soft">There is no data set {route.of} here.</p>}
        </div>
      )}
      {list.value?.next_cursor && <p class="soft">The first 500 are shown; the others are there for runs all the same.</p>}
    </div>
  );
}

import type { Timeframe } from '@projecta/client';
import { formatNumber } from '@projecta/report';
import { useState } from 'preact/hooks';
import { counted } from '../design/number-words.js';
import { useClient } from '../api/client-context.js';
import { type Refusal, refusalOf } from '../api/refusal.js';
import { Button } from '../design/button.js';
import { Field } from '../design/field.js';
import { Refused } from '../design/refused.js';
import { useDebounced } from '../run/desk/use-debounced.js';
import { fileFacts } from './file-facts.js';
import { TIMEFRAMES } from './timeframes.js';
import { UploadAnswer } from './upload-answer.js';
import { sendOptions, type UploadSettings, useUploadCheck } from './use-upload-check.js';

interface UploadFormProps {
  readonly file: File;
  /** The symbol that it is to take the place of; that of the file's name without it. */
  readonly symbol: string | undefined;
  /** It was stored as this, or it is left. */
  readonly onEnd: (stored: { readonly symbol: string; readonly timeframe: Timeframe | null } | undefined) => void;
}

/** A file that was chosen: what it is to be called, what was understood, and the button that stores it. */
export function UploadForm({ file, symbol: given, onEnd }: UploadFormProps) {
  const client = useClient();
  const [symbol, setSymbol] = useState(given ?? fileFacts(file.name).symbol);
  const [timeframe, setTimeframe] = useState<Timeframe>();
  const [isAdjusted, setAdjusted] = useState(false);
  const [isStoring, setStoring] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const settings: UploadSettings = { file, symbol, timeframe, isAdjusted };
  const typed = useDebounced(symbol, 300);
  const checked = useUploadCheck({ ...settings, symbol: typed === '' ? fileFacts(file.name).symbol : typed });
  const store = (): void => {
    setStoring(true);
    client.datasets.put(symbol, file, sendOptions(settings)).then(onEnd, (error: unknown) => {
      setStoring(false);
      setRefusal(refusalOf(error));
    });
  };
  const wrong = checked.state === 'refused' ? checked.refusal.errors : (checked.value?.problems ?? []);
  const errorAt = (path: string): string | undefined => wrong.find((each) => each.path === path)?.message;
  const symbolError = symbol === '' ? 'A symbol is needed: it is how a run names the data set.' : errorAt('/symbol');
  return (
    <section class="panel stack" aria-labelledby="upload-title">
      <div class="upload-head">
        <h2 id="upload-title">
          {file.name} <span class="soft">{bytesWords(file.size)}</span>
        </h2>
        <Button onClick={() => onEnd(undefined)}>Leave this file</Button>
      </div>
      <div class="fields">
        <Field label="Symbol" error={symbolError} help="What a run names it by.">
          {(control) => (
            <input {...control} type="text" value={symbol} autocomplete="off" onInput={(event) => setSymbol(event.currentTarget.value)} />
          )}
        </Field>
        <Field label="Timeframe" error={errorAt('/timeframe')} help="Auto takes what the bars show.">
          {(control) => (
            <select
              {...control}
              value={timeframe ?? ''}
              onChange={(event) => setTimeframe(TIMEFRAMES.find((each) => each === event.currentTarget.value))}
            >
              <option value="">auto</option>
              {TIMEFRAMES.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          )}
        </Field>
        <div class="field">
          <label class="flag">
            <input type="checkbox" checked={isAdjusted} onChange={(event) => setAdjusted(event.currentTarget.checked)} />
            Apply the adjusted close
          </label>
          <p class="help">Scales prices by adj close / close and stores them as {symbol}.adj. Adjustment uses later information.</p>
        </div>
      </div>
      <UploadAnswer file={file} checked={checked} isReady={symbol === typed && symbol !== '' && !isStoring} onStore={store} />
      {refusal && <Refused title="The file was not stored" refusal={refusal} again={store} />}
    </section>
  );
}

function bytesWords(bytes: number): string {
  if (bytes < 10_000) return counted(bytes, 'byte');
  return `${formatNumber(bytes / 1_000, 0)} kB`;
}

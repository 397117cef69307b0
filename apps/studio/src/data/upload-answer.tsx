import type { UploadCheck } from '@projecta/client';
import type { Refusal } from '../api/refusal.js';
import type { Answer } from '../api/use-answer.js';
import { Button } from '../design/button.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import { Understood } from './understood.js';
import { UploadProblems } from './upload-problems.js';

interface UploadAnswerProps {
  readonly file: File;
  readonly checked: Answer<UploadCheck>;
  /** What is shown is what would be stored, and it is not being stored already. */
  readonly isReady: boolean;
  readonly onStore: () => void;
}

/** What a file would be understood as, and whether it can be stored. */
export function UploadAnswer({ file, checked, isReady, onStore }: UploadAnswerProps) {
  if (checked.state === 'asking') return <Waiting what="Reading the file" height={240} />;
  if (checked.state === 'refused') return <Unread refusal={checked.refusal} again={checked.again} />;
  const { valid, data_set, replaces, notes, problems, sample } = checked.value;
  const inFile = problems.filter(({ path }) => path !== '/timeframe'); // that one stands at its field
  const isSame = replaces !== null && replaces === data_set?.data_hash;
  return (
    <div class="stack">
      <p role="status" class={`notice ${valid ? 'good' : 'bad'}`}>
        {statusWords({ valid, isSame, replaces })}
      </p>
      {inFile.length > 0 && <UploadProblems file={file} problems={inFile} />}
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {data_set && <Understood dataSet={data_set} sample={sample} />}
      <p>
        <Button kind="primary" disabled={!valid || !isReady} onClick={onStore}>
          {storeWords({ isSame, replaces })}
        </Button>
      </p>
    </div>
  );
}

function Unread({ refusal, again }: { readonly refusal: Refusal; readonly again: () => void }) {
  if (refusal.errors.some(({ path }) => path === '/symbol')) return <p class="soft">The file is read once the symbol may be one.</p>;
  const isGone = refusal.code === 'OUT_OF_REACH';
  const detail = isGone ? `${refusal.detail} A file that was changed since it was chosen has to be chosen again.` : refusal.detail;
  return <Refused title="The file was not read" refusal={{ ...refusal, detail }} again={again} />;
}

interface Standing {
  readonly isSame: boolean;
  readonly replaces: string | null;
}

function statusWords({ valid, isSame, replaces }: Standing & { readonly valid: boolean }): string {
  if (!valid) return 'The file cannot be stored as it is. Nothing was stored.';
  if (isSame) return 'These very bars are stored already.';
  if (replaces !== null)
    return 'The file was understood. It takes the place of the version that is stored; runs that used that one keep it.';
  return 'The file was understood. Nothing is stored yet.';
}

function storeWords({ isSame, replaces }: Standing): string {
  if (isSame) return 'Go to them';
  return replaces === null ? 'Store' : 'Replace the stored version';
}

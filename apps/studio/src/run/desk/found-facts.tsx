import type { RunCheck } from '@projecta/client';
import { Hash } from '../../design/hash.js';

/** What the run would be, before it is. */
export function FoundFacts({ found: { run_hash, data, notes } }: { readonly found: RunCheck }) {
  return (
    <>
      <dl class="facts">
        <dt>Bars</dt>
        <dd>
          {data.bars.toLocaleString('en')}, {data.gaps === 0 ? 'no gaps' : `${data.gaps.toLocaleString('en')} gaps`}
        </dd>
        <dt>Run</dt>
        <dd>
          <Hash value={run_hash} />
        </dd>
      </dl>
      {notes.map((note) => (
        <p key={note} class="help">
          {note}
        </p>
      ))}
    </>
  );
}

import type { RunCheck } from '@projecta/client';
import { formatNumber } from '@projecta/report';
import { counted } from '../../design/number-words.js';
import { Hash } from '../../design/hash.js';

/** What the run would be, before it is. */
export function FoundFacts({ found: { run_hash, data, notes } }: { readonly found: RunCheck }) {
  return (
    <>
      <dl class="facts">
        <dt>Bars</dt>
        <dd>
          {formatNumber(data.bars, 0)}, {data.gaps === 0 ? 'no gaps' : counted(data.gaps, 'gap')}
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

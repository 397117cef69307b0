import type { SweepCheck } from '@projecta/client';
import { pathName, pointText } from '@projecta/report';
import { Hash } from '../../design/hash.js';

/** What the sweep would be, before it is. */
export function FoundSweep({ found: { sweep_hash, tried, skipped, data, notes } }: { readonly found: SweepCheck }) {
  return (
    <>
      <dl class="facts">
        <dt>Combinations</dt>
        <dd>{tried.toLocaleString('en')}</dd>
        <dt>Skipped</dt>
        <dd>{skipped === null ? 'too many to look at now' : skipped.count.toLocaleString('en')}</dd>
        <dt>Bars</dt>
        <dd>{data.bars.toLocaleString('en')}</dd>
        <dt>Sweep</dt>
        <dd>
          <Hash value={sweep_hash} />
        </dd>
      </dl>
      {skipped !== null && skipped.count > 0 && (
        <ul class="skip-reasons" aria-label="Why combinations are skipped">
          {skipped.reasons.map(({ path, code, count, message, params }) => (
            <li key={path + code + message}>
              {count.toLocaleString('en')} skipped: <code>{pathName(path.slice(1).replaceAll('/', '.'))}</code> {message}{' '}
              <span class="soft">({pointText(params)})</span>
            </li>
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} class="help">
          {note}
        </p>
      ))}
    </>
  );
}

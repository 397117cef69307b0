import type { SweepCheck } from '@projecta/client';
import { formatNumber, pathName, pointText } from '@projecta/report';
import { Hash } from '../../design/hash.js';

/** What the sweep would be, before it is. */
export function FoundSweep({ found: { sweep_hash, tried, skipped, data, notes } }: { readonly found: SweepCheck }) {
  return (
    <>
      <dl class="facts">
        <dt>Combinations</dt>
        <dd>{formatNumber(tried, 0)}</dd>
        <dt>Skipped</dt>
        <dd>{skipped === null ? 'too many to look at now' : formatNumber(skipped.count, 0)}</dd>
        <dt>Bars</dt>
        <dd>{formatNumber(data.bars, 0)}</dd>
        <dt>Sweep</dt>
        <dd>
          <Hash value={sweep_hash} />
        </dd>
      </dl>
      {skipped !== null && skipped.count > 0 && (
        <ul class="skip-reasons" aria-label="Why combinations are skipped">
          {skipped.reasons.map(({ path, code, count, message, params }) => (
            <li key={path + code + message}>
              {formatNumber(count, 0)} skipped: <code>{pathName(path.slice(1).replaceAll('/', '.'))}</code> {message}{' '}
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

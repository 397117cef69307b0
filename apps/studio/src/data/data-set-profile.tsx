import type { DataSet } from '@projecta/client';
import { formatNumber, formatSignedPercent } from '@projecta/report';
import { priceWords } from '../design/number-words.js';
import { useClient } from '../api/client-context.js';
import { useAnswer } from '../api/use-answer.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import { instantWords } from './instant-words.js';

/** What is only seen by looking through the bars. */
export function DataSetProfile({ dataSet: { symbol, timeframe, data_hash } }: { readonly dataSet: DataSet }) {
  const client = useClient();
  const known = useAnswer(`${symbol} ${timeframe} ${data_hash}`, () => client.datasets.get(symbol, timeframe ?? undefined));
  if (known.state === 'refused')
    return <Refused title="The data set could not be looked through" refusal={known.refusal} again={known.again} />;
  if (!known.value) return <Waiting what="Looking through the bars" height={160} />;
  const { profile, columns } = known.value;
  if (!profile) return null;
  return (
    <>
      <dl class="facts">
        <dt>Columns</dt>
        <dd>{columns.join(', ')}</dd>
        <dt>Lowest low, highest high</dt>
        <dd>
          {priceWords(profile.lowest_low)} to {priceWords(profile.highest_high)}
        </dd>
        {profile.largest_move && (
          <>
            <dt>Largest move</dt>
            <dd>
              {formatSignedPercent(profile.largest_move.return, 2)} at {instantWords(profile.largest_move.at)}
            </dd>
          </>
        )}
        <dt>Bars without volume</dt>
        <dd>{profile.zero_volume_bars === null ? 'no volume column' : formatNumber(profile.zero_volume_bars, 0)}</dd>
        <dt>Bars of one price</dt>
        <dd>{formatNumber(profile.flat_bars, 0)}</dd>
      </dl>
      {profile.longest_gaps.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label="Longest gaps">
          <table>
            <caption>The longest gaps. They are counted, never filled.</caption>
            <thead>
              <tr>
                <th scope="col">After</th>
                <th scope="col">Before</th>
                <th scope="col" class="n">
                  Missing bars
                </th>
              </tr>
            </thead>
            <tbody>
              {profile.longest_gaps.map(({ after, before, missing_bars }) => (
                <tr key={after}>
                  <td>{instantWords(after)}</td>
                  <td>{instantWords(before)}</td>
                  <td class="n">{formatNumber(missing_bars, 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

import type { ListedSweep } from '@projecta/client';
import { contractOf, formatNumber, formatStatistic, pointText } from '@projecta/report';
import type { ProgressState } from '../../progress/progress-state.js';
import { spanText } from '../../result/span-text.js';
import { linkTo } from '../../routing/route.js';
import { sweepShare } from '../sweep/sweep-progress.js';
import { SweepRemoval } from '../sweep/sweep-removal.js';

interface Props {
  readonly sweep: ListedSweep;
  /** How far it is, where it goes on. */
  readonly progress: ProgressState | undefined;
  readonly onRemoved: () => void;
}

/** A sweep in the list. */
export function SweepLine({ sweep, progress, onRemoved }: Props) {
  const { sweep_hash, symbol, timeframe, strategy, start, end, created_at, tried, trials } = sweep;
  return (
    <tr>
      <th scope="row">
        <a href={linkTo('sweep', sweep_hash)}>
          {strategy} on {symbol} {timeframe}
        </a>
        <span class="soft under">
          {spanText(start, end)} · <code>{sweep_hash.slice(0, 12)}</code>
        </span>
      </th>
      <td>
        <State sweep={sweep} progress={progress} />
      </td>
      <td>
        <time dateTime={created_at} title={created_at}>
          {created_at.slice(0, 16).replace('T', ' ')}
        </time>
      </td>
      <td class="n">
        {trials === null ? '' : formatNumber(trials, 0)}
        {trials !== null && <span class="of-what"> trials</span>}
        {tried !== null && trials !== null && tried > trials && <span class="soft under">of {formatNumber(tried, 0)}</span>}
      </td>
      <td class="words">
        <Best sweep={sweep} />
      </td>
      <td>
        <SweepRemoval
          sweep={sweep}
          name={`the sweep of ${strategy} on ${symbol} ${sweep_hash.slice(0, 8)}`}
          kind="quiet"
          onRemoved={onRemoved}
        />
      </td>
    </tr>
  );
}

const TONES: Partial<Record<ListedSweep['status'], string>> = { completed: 'good', failed: 'bad' };

function State({ sweep: { status, error, pinned, progress: told }, progress }: Omit<Props, 'onRemoved'>) {
  const isGoing = status === 'queued' || status === 'running';
  const share = progress ? sweepShare(progress) : told;
  return (
    <>
      <span class={`badge ${TONES[status] ?? ''}`}>{isGoing && progress ? progress.status : status}</span>
      {pinned && <span class="badge">pinned</span>}
      {isGoing && <progress class="under" value={share} max={1} aria-label="Share that is done" />}
      {error?.detail && <span class="soft under words">{error.detail}</span>}
    </>
  );
}

function Best({ sweep: { objective, best } }: { readonly sweep: ListedSweep }) {
  const { title } = contractOf(objective);
  if (best === null) return <span class="soft">{title}</span>;
  return (
    <>
      {title} <strong>{formatStatistic(objective, best.value)}</strong>
      <span class="soft under">{pointText(best.params)}</span>
    </>
  );
}

import type { ListedRun } from '@projecta/client';
import { formatMetric } from '@projecta/report';
import { linkTo } from '../routing/route.js';
import { spanText } from '../result/span-text.js';
import { timeAgo } from './time-ago.js';
import { PinButton } from './pin-button.js';
import { RemoveButton } from './remove-button.js';
import { StatusBadge } from './status-badge.js';
import type { LiveState } from './use-live-runs.js';

interface Props {
  readonly run: ListedRun;
  readonly live: LiveState | undefined;
  readonly isChosen: boolean;
  /** Epoch ms. */
  readonly now: number;
  readonly onChoose: () => void;
  /** It was pinned, let go or removed. */
  readonly onChanged: () => void;
}

export function RunLine({ run, live, isChosen, now, onChoose, onChanged }: Props) {
  const { run_hash, metrics, symbol, timeframe, strategy, status } = run;
  const made = metrics?.total_return ?? null;
  return (
    <tr aria-current={isChosen ? 'true' : undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={`Compare run ${run_hash.slice(0, 8)}`}
          checked={isChosen}
          disabled={status !== 'completed'}
          onChange={onChoose}
        />
      </td>
      <th scope="row">
        <a href={linkTo('result', run_hash)}>
          <code>{run_hash.slice(0, 8)}</code>
        </a>
      </th>
      <td>
        {symbol} <span class="soft">{timeframe}</span>
      </td>
      <td>{strategy}</td>
      <td class="soft">{spanText(run.start, run.end)}</td>
      <td>
        <StatusBadge run={run} live={live} />
      </td>
      <td class={`n ${made === null || made === 0 ? '' : made > 0 ? 'gain' : 'loss'}`} data-name="Return">
        {metrics && formatMetric('total_return', 'fraction', made)}
      </td>
      <td class="n" data-name="Sharpe">
        {metrics && formatMetric('sharpe', 'per year', metrics.sharpe)}
      </td>
      <td class="n" data-name="Drawdown">
        {metrics && formatMetric('max_drawdown', 'fraction', metrics.max_drawdown)}
      </td>
      <td class="n" data-name="Trades">
        {metrics && formatMetric('trades', 'count', metrics.trades)}
      </td>
      <td class="n soft">
        <time dateTime={run.created_at} title={run.created_at}>
          {timeAgo(Date.parse(run.created_at), now)}
        </time>
      </td>
      <td>
        <div class="row tools">
          <PinButton run={run} kind="quiet" onChange={onChanged} />
          <RemoveButton run={run} onRemoved={onChanged} />
        </div>
      </td>
    </tr>
  );
}

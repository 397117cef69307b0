import { formatPercent } from '../format/format-percent.js';
import { formatDuration } from '../format/format-time.js';
import { html, type Markup } from '../html.js';
import type { RunView } from '../run-view.js';
import { worstDrawdowns } from '../statistics/worst-drawdowns.js';

/** The deepest drawdowns with their dates; their length, as the metric's, runs from the last bar at the peak to the last below it. Null when equity never fell below its peak. */
export function drawdownTable({ run, bars, timeOf }: RunView): Markup | null {
  const worst = worstDrawdowns(run.equity.drawdown, 5);
  if (worst.length === 0) return null;
  const { ts } = run.candles;
  const rows = worst.map(({ peak, trough, recovery, depth }) => {
    const length = formatDuration(ts[(recovery ?? bars) - 1]! - ts[peak]!);
    return html`<tr>
      <td>${formatPercent(depth)}</td>
      <td>${timeOf(peak)}</td>
      <td>${timeOf(trough)}</td>
      <td>${recovery === null ? 'not yet' : timeOf(recovery)}</td>
      <td class="n">${length}</td>
    </tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Deepest drawdowns">
    <table>
      <caption>
        <strong>The deepest drawdowns</strong>
      </caption>
      <thead>
        <tr>
          <th scope="col">Depth</th>
          <th scope="col">Peak</th>
          <th scope="col">Trough</th>
          <th scope="col">Recovered</th>
          <th scope="col" class="n">Length</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

import { formatCash, formatSignedCash } from '../format/format-cash.js';
import { formatNumber, formatSignificant, NO_VALUE } from '../format/format-number.js';
import { formatSignedPercent } from '../format/format-percent.js';
import { html, type Markup } from '../html.js';
import type { RunView } from '../run-view.js';
import { section } from './section.js';
import { warningList } from './warning-list.js';

/** What a reader must know before the numbers: warnings, the ambiguity band, a trade still open. Null when there is nothing. */
export function notices(view: RunView): Markup | null {
  const { warnings } = view.run.summary;
  const body = [warningList(warnings), ambiguity(view), openTrade(view)].filter((part) => part !== null);
  return body.length === 0 ? null : section({ id: 'warnings', title: 'Before you read on', body });
}

function ambiguity({ run }: RunView): Markup | null {
  const band = run.summary.ambiguity_band;
  if (band === null) return null;
  const count = band.ambiguous_bars;
  const sharpe = (value: number | null): string => (value === null ? NO_VALUE : formatNumber(value, 3));
  return html`<div class="card">
    <h3>Ambiguity band</h3>
    <p>
      ${formatNumber(count, 0)} ${count === 1 ? 'bar' : 'bars'} touched stop and target both, and a bar does not tell which came first. The
      report takes the stop; the other reading gives the other end of the band.
    </p>
    <div class="scroll">
      <table>
        <caption class="hidden">
          Results under both readings
        </caption>
        <thead>
          <tr>
            <th scope="col">Result</th>
            <th scope="col" class="n">Low</th>
            <th scope="col" class="n">High</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Final equity</th>
            <td class="n">${formatCash(band.final_equity.low)}</td>
            <td class="n">${formatCash(band.final_equity.high)}</td>
          </tr>
          <tr>
            <th scope="row">Total return</th>
            <td class="n">${formatSignedPercent(band.total_return.low)}</td>
            <td class="n">${formatSignedPercent(band.total_return.high)}</td>
          </tr>
          <tr>
            <th scope="row">Sharpe</th>
            <td class="n">${sharpe(band.sharpe.low)}</td>
            <td class="n">${sharpe(band.sharpe.high)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  </div>`;
}

function openTrade({ run, timeOf }: RunView): Markup | null {
  const trade = run.summary.open_trade;
  if (trade === null) return null;
  return html`<div class="card">
    <h3>A trade is still open</h3>
    <p>
      ${trade.side > 0 ? 'Long' : 'Short'} ${formatSignificant(Math.abs(trade.position), 6)} units since ${timeOf(trade.entry_bar)} at
      ${formatSignificant(trade.average_price, 6)} on average: unrealised ${formatSignedCash(trade.unrealised_pnl)}, realised so far
      ${formatSignedCash(trade.gross_pnl)} before ${formatCash(trade.fees + trade.borrow)} of fees and borrow. It is in the equity, not in
      the list of trades.
    </p>
  </div>`;
}

import type { TradeRow } from '@projecta/client';
import {
  formatCash,
  formatNumber,
  formatPercent,
  formatSignedCash,
  formatSignedPercent,
  formatSignificant,
  NO_VALUE,
} from '@projecta/report';
import { costsOf, type NumberedTrade } from './trade-list.js';

interface Props {
  readonly one: NumberedTrade;
  readonly timeOf: (ms: number) => string;
  readonly isChosen: boolean;
  readonly onChoose: (trade: TradeRow) => void;
}

export function TradeLine({ one: { number, trade }, timeOf, isChosen, onChoose }: Props) {
  const tone = trade.net_pnl > 0 ? 'gain' : trade.net_pnl < 0 ? 'loss' : '';
  return (
    <tr class="choosable" aria-current={isChosen ? 'true' : undefined} onClick={() => onChoose(trade)}>
      <td class="n">
        <button type="button" class="as-link" aria-label={`Show trade ${number} in the chart`}>
          {number}
        </button>
      </td>
      <td class={trade.side > 0 ? 'is-long' : 'is-short'}>{trade.side > 0 ? 'Long' : 'Short'}</td>
      <td>{timeOf(trade.entry_ts)}</td>
      <td>{timeOf(trade.exit_ts)}</td>
      <td class="n">{formatNumber(trade.bars_held, 0)}</td>
      <td class="n">{formatSignificant(trade.quantity, 5)}</td>
      <td class="n">{formatSignificant(trade.entry_price, 6)}</td>
      <td class="n">{formatSignificant(trade.exit_price, 6)}</td>
      <td class={`n ${tone}`}>{formatSignedCash(trade.net_pnl)}</td>
      <td class={`n ${tone}`}>{trade.return === null ? NO_VALUE : formatSignedPercent(trade.return)}</td>
      <td class="n">{formatCash(costsOf(trade))}</td>
      <td class="n">{formatPercent(trade.mae, 1)}</td>
      <td class="n">{formatPercent(trade.mfe, 1)}</td>
      <td>
        {trade.reason.replaceAll('_', ' ')}
        {trade.ambiguous && (
          <span class="mark" title="Its exit bar touched stop and target both; the stop was taken to come first">
            {' '}
            ambiguous
          </span>
        )}
      </td>
    </tr>
  );
}

import type { TradeRow } from '@projecta/client';
import type { Frame } from './frame.js';
import { protectiveLevels } from './protective-levels.js';
import type { Bars, Protection } from './run-series.js';

interface Drawn {
  readonly trades: readonly TradeRow[];
  readonly bars: Bars;
  readonly protection: Protection;
  /** The trade that the reader chose. */
  readonly chosen: TradeRow | undefined;
}

/** More in sight than this are too many to tell apart: entries only, small. */
const MOST_DETAILED = 160;
const SIGN = 5;

/** Entries as triangles that point the way of the trade, exits as a ring (won) or a cross (lost), as in the reports; between them the trade, and its protective levels dashed. */
export function drawTrades(frame: Frame, { trades, bars, protection, chosen }: Drawn): void {
  const isDetailed = trades.length <= MOST_DETAILED;
  if (chosen) drawChoice(frame, chosen);
  for (const trade of trades) {
    if (isDetailed || trade === chosen) {
      drawLevels(frame, trade, { bars, protection });
      drawPath(frame, trade, trade === chosen);
      drawExit(frame, trade);
    }
    if (isDetailed || trade === chosen) drawEntry(frame, trade);
    else drawSmallEntry(frame, trade);
  }
}

/** The bars of the chosen trade, from top to bottom. */
function drawChoice({ context, x, colours }: Frame, { entry_bar, exit_bar }: TradeRow): void {
  const left = Math.round(x(entry_bar - 0.5));
  context.fillStyle = colours['blue-wash'];
  context.fillRect(left, 0, Math.max(2, Math.round(x(exit_bar + 0.5)) - left), context.canvas.height);
}

function drawLevels({ context, x, y, colours }: Frame, trade: TradeRow, { bars, protection }: Pick<Drawn, 'bars' | 'protection'>): void {
  const from = x(trade.entry_bar - 0.5);
  const to = x(trade.exit_bar + 0.5);
  if (to - from < 3) return;
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  for (const { kind, prices } of protectiveLevels(trade, protection, bars.close)) {
    context.strokeStyle = kind === 'take_profit' ? colours.blue : colours.orange;
    context.beginPath();
    prices.forEach((price, i) => {
      const left = prices.length === 1 ? from : x(trade.entry_bar + i - 0.5);
      const right = prices.length === 1 ? to : x(trade.entry_bar + i + 0.5);
      const height = y(price);
      if (i === 0) context.moveTo(left, height);
      else context.lineTo(left, height);
      context.lineTo(right, height);
    });
    context.stroke();
  }
  context.setLineDash([]);
}

function drawPath({ context, x, y, colours }: Frame, trade: TradeRow, isChosen: boolean): void {
  context.strokeStyle = trade.net_pnl > 0 ? colours.blue : colours.orange;
  context.lineWidth = isChosen ? 3 : 1;
  context.beginPath();
  context.moveTo(x(trade.entry_bar), y(trade.entry_price));
  context.lineTo(x(trade.exit_bar), y(trade.exit_price));
  context.stroke();
}

function drawEntry({ context, x, y, colours }: Frame, { side, entry_bar, entry_price }: TradeRow): void {
  const [left, height] = [x(entry_bar), y(entry_price)];
  const top = height + side * (SIGN + 3);
  context.fillStyle = side > 0 ? colours.blue : colours.orange;
  context.strokeStyle = colours.paper;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(left, top - side * SIGN);
  context.lineTo(left + SIGN, top + side * SIGN * 0.8);
  context.lineTo(left - SIGN, top + side * SIGN * 0.8);
  context.closePath();
  context.fill();
  context.stroke();
}

/** The same of two rectangles on whole pixels: paths of 2,700 entries took 12 ms of CPU a frame, these take 2. */
function drawSmallEntry({ context, x, y, colours }: Frame, { side, entry_bar, entry_price }: TradeRow): void {
  const isLong = side > 0;
  const left = Math.round(x(entry_bar));
  const top = Math.round(y(entry_price)) + (isLong ? 3 : -5);
  context.fillStyle = isLong ? colours.blue : colours.orange;
  context.fillRect(left, top, 1, 3);
  context.fillRect(left - 1, isLong ? top + 1 : top, 3, 2);
}

function drawExit({ context, x, y, colours }: Frame, { exit_bar, exit_price, net_pnl, ambiguous }: TradeRow): void {
  const [left, height] = [x(exit_bar), y(exit_price)];
  context.lineWidth = 2;
  context.beginPath();
  if (net_pnl > 0) {
    context.fillStyle = colours.paper;
    context.strokeStyle = colours.blue;
    context.arc(left, height, 3.4, 0, 2 * Math.PI);
    context.fill();
  } else {
    context.strokeStyle = colours.orange;
    context.moveTo(left - 3.2, height - 3.2);
    context.lineTo(left + 3.2, height + 3.2);
    context.moveTo(left - 3.2, height + 3.2);
    context.lineTo(left + 3.2, height - 3.2);
  }
  context.stroke();
  if (!ambiguous) return;
  context.fillStyle = colours.ink;
  context.font = '600 12px system-ui, sans-serif';
  context.fillText('?', left + 5, height - 5);
}

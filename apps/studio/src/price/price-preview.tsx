import type { Candles, QueryOf } from '@projecta/client';
import { counted, priceWords } from '../design/number-words.js';
import { useClient } from '../api/client-context.js';
import { useAnswer } from '../api/use-answer.js';
import { Waiting } from '../design/waiting.js';
import './price.css';
import { pricePicture } from './price-picture.js';

/** Points of the picture: more than a screen column each. */
const POINTS = 320;
const SIZE = { width: 640, height: 120 };

type Span = Pick<QueryOf<'getCandles'>, 'symbol' | 'timeframe' | 'start' | 'end'>;

/** A small picture of the candles of a span. It is as tall while it waits and where there is nothing. */
export function PricePreview({ span }: { readonly span: Span }) {
  const client = useClient();
  const candles = useAnswer(JSON.stringify(span), () => client.candles({ ...span, downsample: POINTS }));
  return (
    <div class="price">
      {candles.state === 'refused' && <p class="soft">{candles.refusal.detail}</p>}
      {candles.state === 'asking' && !candles.value && <Waiting what="Drawing the price" />}
      {candles.state !== 'refused' && candles.value && <Picture candles={candles.value} />}
    </div>
  );
}

function Picture({ candles: { symbol, timeframe, bars, columns } }: { readonly candles: Candles }) {
  const picture = pricePicture(columns, SIZE);
  if (!picture) return <p class="soft">No bar opens in this span.</p>;
  const [from, to] = [columns.ts[0], columns.ts.at(-1)].map(dayOf);
  const told = `${symbol} ${timeframe}, ${counted(bars, 'bar')} from ${from} to ${to}, from ${priceWords(picture.lowest)} to ${priceWords(picture.highest)}`;
  return (
    <figure>
      <div class="price-field">
        <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} preserveAspectRatio="none" role="img" aria-label={told}>
          <path class="band" d={picture.band} />
          <path class="line" d={picture.line} />
        </svg>
        <span class="top">{priceWords(picture.highest)}</span>
        <span class="foot">{priceWords(picture.lowest)}</span>
      </div>
      <figcaption>
        <span>{from}</span>
        <span>{counted(bars, 'bar')}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}

function dayOf(ts: number | undefined): string {
  return new Date(ts ?? 0).toISOString().slice(0, 10);
}

import type { Comparison } from '@projecta/client';
import { formatNumber } from '@projecta/report';
import { linkTo } from '../routing/route.js';
import { RunLetter } from './run-letter.js';

/** Which runs are compared, each with a way to leave it out. */
export function ComparedRuns({ comparison: { runs } }: { readonly comparison: Comparison }) {
  const hashes = runs.map(({ run_hash }) => run_hash);
  const isOneMarket = new Set(runs.map(({ data_hash }) => data_hash)).size === 1;
  return (
    <section aria-label="Runs" class="stack">
      <ul class="cards">
        {runs.map(({ run_hash, symbol, timeframe, strategy, bars }, i) => (
          <li key={run_hash} class="panel">
            <p class="row">
              <RunLetter i={i} />
              <a href={linkTo('result', run_hash)}>
                <code>{run_hash.slice(0, 12)}</code>
              </a>
              {runs.length > 2 && (
                <a
                  class="leave"
                  href={linkTo(
                    'compare',
                    undefined,
                    new URLSearchParams(hashes.filter((each) => each !== run_hash).map((each) => ['hash', each])),
                  )}
                >
                  Leave out
                </a>
              )}
            </p>
            <p>
              <strong>{strategy}</strong> on {symbol} {timeframe}
            </p>
            {bars !== null && <p class="soft">{formatNumber(bars, 0)} bars</p>}
          </li>
        ))}
      </ul>
      <p class="soft">
        {isOneMarket
          ? 'All of them saw the very same candles.'
          : 'They did not see the same candles: what differs may come from the market, not from the config.'}
      </p>
    </section>
  );
}

import { linkTo } from '../routing/route.js';
import { formatNumber, paramList, summarySentence } from '@projecta/report';
import { runLink } from '../run/config/config-link.js';
import { Hash } from '../design/hash.js';
import type { CompletedRun } from './completed-run.js';
import { spanText } from './span-text.js';
import { PinButton } from '../runs/pin-button.js';

/** What was run, and what came of it in a sentence. */
export function RunHead({ run }: { readonly run: CompletedRun }) {
  const { symbol, timeframe, config, bars, metrics, warnings, open_trade } = run;
  const { name, params } = config.strategy;
  const sentence = summarySentence({ run: { metrics, summary: { warnings, open_trade }, validation: {} } });
  return (
    <header class="run-head stack">
      <div class="run-title">
        <div>
          <h1>
            {symbol} <span class="soft">{timeframe}</span>
          </h1>
          <p>
            <strong>{name}</strong> {paramList(params as Record<string, unknown>)}
          </p>
          <p class="soft">
            {spanText(run.start, run.end)} · {formatNumber(bars, 0)} bars · run <Hash value={run.run_hash} />
          </p>
        </div>
        <div class="row">
          <a class="button primary" href={runLink(config)}>
            Run again with changes
          </a>
          <a class="button" href={linkTo('compare', undefined, { hash: run.run_hash })}>
            Compare
          </a>
          <PinButton run={run} />
        </div>
      </div>
      <p class="sentence">{sentence}</p>
    </header>
  );
}

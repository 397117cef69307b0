import { formatNumber, pathName, sweepSentence, sweepTiles, type SweepView } from '@projecta/report';
import { Drawn } from '../../design/drawn.js';
import { Hash } from '../../design/hash.js';
import { RunWarnings } from '../../result/run-warnings.js';
import { spanText } from '../../result/span-text.js';
import { linkTo } from '../../routing/route.js';
import { changeLink } from '../search/search-link.js';
import type { CompletedSweep } from './completed-sweep.js';
import { axisPaths } from './sweep-axes.js';
import { SweepPin } from './sweep-pin.js';
import { SweepRemoval } from './sweep-removal.js';

interface Props {
  readonly sweep: CompletedSweep;
  readonly view: SweepView;
  readonly again: () => void;
}

/** What was searched, what came of it in a sentence, and its headline numbers. */
export function SweepHead({ sweep, view, again }: Props) {
  const { symbol, timeframe, bars, sweep_hash, warnings } = sweep;
  const names = axisPaths(sweep.sweep).map(pathName).join(', ');
  return (
    <>
      <header class="sweep-head stack">
        <div class="run-title">
          <div>
            <h1>
              {symbol} <span class="soft">{timeframe}</span>
            </h1>
            <p>
              <strong>{sweep.sweep.base.strategy.name}</strong> over {names}
              {sweep.sweep.random && ', drawn at random'}
            </p>
            <p class="soft">
              {spanText(sweep.start, sweep.end)} · {formatNumber(bars, 0)} bars · sweep <Hash value={sweep_hash} />
            </p>
          </div>
          <div class="row">
            <a class="button primary" href={changeLink(sweep.sweep)}>
              Change and sweep again
            </a>
            <SweepPin sweep={sweep} onChange={again} />
            <SweepRemoval sweep={sweep} name="this sweep" onRemoved={() => (window.location.hash = linkTo('sweeps'))} />
          </div>
        </div>
        <p class="sentence">{sweepSentence(view)}</p>
      </header>
      <Drawn part={sweepTiles(view)} />
      <RunWarnings warnings={warnings} />
    </>
  );
}

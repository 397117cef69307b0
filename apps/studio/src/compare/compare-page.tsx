import { useClient } from '../api/client-context.js';
import { useAnswer } from '../api/use-answer.js';
import { Empty } from '../design/empty.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import { linkTo } from '../routing/route.js';
import type { PageProps } from '../shell/pages.js';
import './compare.css';
import { ComparedRuns } from './compared-runs.js';
import { ConfigDifferences } from './config-differences.js';
import { DivergingTrades } from './diverging-trades.js';
import { EquityOverlay } from './equity-overlay.js';
import { MetricsBeside } from './metrics-beside.js';

/** Points of the equity curves that are loaded: two a pixel of a wide page. */
const POINTS = 3000;

/** Runs side by side: what differs in their configs, what came of it, and where they part. */
export function ComparePage({ route }: PageProps) {
  const hashes = [...new Set(route.query.getAll('hash'))];
  if (hashes.length < 2) return <Choose hash={hashes[0]} />;
  return <Compared key={hashes.join()} hashes={hashes} />;
}

function Choose({ hash }: { readonly hash: string | undefined }) {
  return (
    <Empty title={hash === undefined ? 'No runs are named' : 'One run is named, and it takes two'}>
      <p>
        Tick two runs or more in the list of <a href={linkTo('runs')}>runs</a>, then compare them.
      </p>
    </Empty>
  );
}

function Compared({ hashes }: { readonly hashes: readonly string[] }) {
  const client = useClient();
  const answer = useAnswer(hashes.join(), () => client.runs.compare(hashes, { downsample: POINTS }));
  if (answer.state === 'refused')
    return (
      <div class="stack">
        <h1>Compare</h1>
        <Refused title="These runs cannot be compared" refusal={answer.refusal} again={answer.again} />
        <p>
          Only runs that were completed and kept can be compared: choose others among the <a href={linkTo('runs')}>runs</a>.
        </p>
      </div>
    );
  if (!answer.value) return <Waiting what={`Comparing ${hashes.length} runs`} height={640} />;
  const comparison = answer.value;
  return (
    <div class="compare">
      <h1>Compare</h1>
      <ComparedRuns comparison={comparison} />
      <EquityOverlay comparison={comparison} />
      <ConfigDifferences comparison={comparison} />
      <DivergingTrades comparison={comparison} />
      <MetricsBeside comparison={comparison} />
    </div>
  );
}

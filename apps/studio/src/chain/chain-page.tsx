import type { ChainVerification } from '@projecta/client';
import { formatNumber } from '@projecta/report';
import { counted } from '../design/number-words.js';
import { useClient } from '../api/client-context.js';
import { useAnswer } from '../api/use-answer.js';
import { usePages } from '../api/use-pages.js';
import { Button } from '../design/button.js';
import { Empty } from '../design/empty.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import { linkTo } from '../routing/route.js';
import { ChainBlock } from './chain-block.js';
import './chain.css';
import { standings } from './standings.js';

/** The chain of everything that was completed: each block holds the hash of the one before, so that none can be changed, moved or taken away unseen. */
export function ChainPage() {
  const client = useClient();
  const check = useAnswer('chain', () => client.chain.verify());
  const chain = usePages('chain', (place) => client.chain.list({ ...place, order: 'desc' }));
  const standingOf = check.value && standings(check.value);
  return (
    <div class="stack chain-page">
      <div class="row spread">
        <h1>The chain</h1>
        <Button onClick={() => (check.again(), chain.again())} disabled={check.state === 'asking'}>
          {check.state === 'asking' ? 'Checking …' : 'Check again'}
        </Button>
      </div>
      <p class="lead">
        Every completed run and sweep seals a manifest that holds the hash of the manifest before it. Whoever changes, moves or removes one
        breaks every block after it.
      </p>
      <div class="chain-verdict">
        {check.state === 'refused' && <Refused title="The chain cannot be checked" refusal={check.refusal} again={check.again} />}
        {check.value ? (
          <Verdict verification={check.value} />
        ) : (
          check.state === 'asking' && <Waiting what="Recomputing every manifest" height={72} />
        )}
      </div>
      {chain.refusal && <Refused title="The chain cannot be listed" refusal={chain.refusal} again={chain.again} />}
      {chain.isFirst && !chain.refusal && <Waiting what="Loading the newest blocks" height={320} />}
      {!chain.isFirst && chain.items.length === 0 && (
        <Empty title="The chain has no block yet">
          <p>
            The first <a href={linkTo('run')}>run</a> that completes begins it.
          </p>
        </Empty>
      )}
      <ol class="chain" reversed>
        {chain.items.map((link) => (
          <ChainBlock key={link.sequence} link={link} standing={standingOf?.(link.sequence)} />
        ))}
      </ol>
      {chain.hasMore && (
        <p>
          <Button onClick={chain.more} disabled={chain.isLoading}>
            {chain.isLoading ? 'Loading older blocks …' : 'Older blocks'}
          </Button>
        </p>
      )}
    </div>
  );
}

function Verdict({ verification: { ok, entries, head, breaks, broken_at, differences } }: { readonly verification: ChainVerification }) {
  if (ok)
    return (
      <p class="notice good" role="status">
        All {counted(entries, 'block holds', 'blocks hold')}
        {head !== null && (
          <span class="soft">
            The head is <code>{head.slice(0, 16)}</code>: who notes it can tell later that nothing before it was touched.
          </span>
        )}
      </p>
    );
  return (
    <div class="notice bad" role="alert">
      <h2>The chain is broken{broken_at === null ? '' : ` at block ${formatNumber(broken_at, 0)}`}</h2>
      <p>
        {counted(breaks, 'finding')} in {counted(entries, 'block')}
        {breaks > differences.length ? `, the first ${differences.length} of them here` : ''}.
      </p>
      <ul>
        {differences.map(({ check, message, run_hash }) => (
          <li key={check + message + run_hash}>{message}</li>
        ))}
      </ul>
    </div>
  );
}

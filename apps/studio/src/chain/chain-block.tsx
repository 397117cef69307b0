import type { ChainList } from '@projecta/client';
import { formatNumber } from '@projecta/report';
import { CopyButton } from '../design/copy-button.js';
import { linkTo } from '../routing/route.js';
import type { Standing } from './standings.js';

interface Props {
  readonly link: ChainList['items'][number];
  /** Undefined until the chain has been checked. */
  readonly standing: Standing | undefined;
}

/** A block: what it seals, its own hash, and the hash of the block before, which the line leads down to. */
export function ChainBlock({ link, standing }: Props) {
  const { sequence, kind, run_hash, manifest_hash, chain_prev, completed_at, kept } = link;
  const isBroken = standing?.state === 'broken';
  return (
    <li class={isBroken ? 'broken' : undefined} value={sequence}>
      <div class="panel block">
        <p class="row spread">
          <strong>Block {formatNumber(sequence, 0)}</strong>
          {isBroken && <span class="badge bad">broken</span>}
          {standing?.state === 'unknown' && <span class="badge">may be broken</span>}
          <time class="soft" dateTime={completed_at}>
            {completed_at.slice(0, 16).replace('T', ' ')} UTC
          </time>
        </p>
        <dl>
          <dt>{kind}</dt>
          <dd>
            <a href={linkTo(kind === 'sweep' ? 'sweep' : 'result', run_hash)}>
              <code>{run_hash.slice(0, 16)}</code>
            </a>
            {!kept && <span class="soft"> files removed, manifest kept</span>}
          </dd>
          <dt>manifest</dt>
          <dd>
            <code title={manifest_hash}>{manifest_hash.slice(0, 16)}</code>
            <CopyButton text={manifest_hash} />
          </dd>
          <dt>before</dt>
          <dd>
            {chain_prev === null ? (
              <span class="soft">nothing: the first block</span>
            ) : (
              <code title={chain_prev}>{chain_prev.slice(0, 16)}</code>
            )}
          </dd>
        </dl>
        {standing?.findings.map(({ check, message }) => (
          <p class="finding" key={check + message}>
            {message}
          </p>
        ))}
      </div>
    </li>
  );
}

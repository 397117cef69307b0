import { useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { useAnswer } from '../../api/use-answer.js';
import { Button } from '../../design/button.js';
import { Empty } from '../../design/empty.js';
import { Refused } from '../../design/refused.js';
import { Waiting } from '../../design/waiting.js';
import { linkTo, type Route } from '../../routing/route.js';
import { ListFilters } from './list-filters.js';
import { SweepLine } from './sweep-line.js';
import { askedQuery, listQuery, type ListQuery, wordsOf } from './sweep-query.js';
import { useLiveSweeps } from './use-live-sweeps.js';

const PAGE = 25;

/** The sweeps, newest first, those in flight as they go on. */
export function SweepList({ route }: { readonly route: Route }) {
  const query = listQuery(route.query);
  const key = JSON.stringify(query);
  return <Listed key={key} query={query} />;
}

function Listed({ query }: { readonly query: ListQuery }) {
  const client = useClient();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const answer = useAnswer(`sweeps ${JSON.stringify(query)} ${cursors.at(-1) ?? ''}`, () =>
    client.sweeps.list(askedQuery(query, PAGE, cursors.at(-1))),
  );
  const items = answer.value?.items ?? [];
  const going = items.filter(({ status }) => status === 'queued' || status === 'running').map(({ sweep_hash }) => sweep_hash);
  const live = useLiveSweeps(going, answer.again);
  const isFiltered = Object.keys(wordsOf(query)).length > 0;
  if (answer.state === 'refused' && !answer.value)
    return <Refused title="The sweeps cannot be listed" refusal={answer.refusal} again={answer.again} />;
  if (!answer.value) return <Waiting what="Loading the sweeps" height={480} />;
  if (items.length === 0 && !isFiltered && cursors.length === 0) return <NoSweeps />;
  const next = answer.value.next_cursor;
  return (
    <div class="stack">
      <ListFilters query={query} items={items} />
      {items.length === 0 ? (
        <Empty title="No sweep is like that">
          <p>
            Choose another symbol, strategy or state, or <a href={linkTo('sweeps')}>list all sweeps</a>.
          </p>
        </Empty>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label="List of sweeps">
          <table class="sweeps">
            <caption class="hidden">Sweeps, newest first</caption>
            <thead>
              <tr>
                <th scope="col">Sweep</th>
                <th scope="col">State</th>
                <th scope="col">Begun, UTC</th>
                <th scope="col" class="n">
                  Trials
                </th>
                <th scope="col">Best</th>
                <th scope="col">
                  <span class="hidden">Delete</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((sweep) => (
                <SweepLine key={sweep.sweep_hash} sweep={sweep} progress={live.get(sweep.sweep_hash)} onRemoved={answer.again} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(cursors.length > 0 || next !== null) && (
        <div class="row pager">
          <Button onClick={() => setCursors(cursors.slice(0, -1))} disabled={cursors.length === 0}>
            Newer
          </Button>
          <Button onClick={() => next !== null && setCursors([...cursors, next])} disabled={next === null}>
            Older
          </Button>
        </div>
      )}
    </div>
  );
}

function NoSweeps() {
  return (
    <Empty title="Nothing has been swept yet">
      <p>
        A sweep runs a config many times with other parameters and shows which of them do well, whether their neighbours do, too, and how
        much of the best is the search’s own doing.
      </p>
      <p>
        <a class="button primary" href={linkTo('sweeps', undefined, { tab: 'new' })}>
          Make the first one
        </a>
      </p>
    </Empty>
  );
}

import { RUN_HASH, SWEEP_HASH } from '../examples/hashes.js';
import { ADDRESS_PROBLEMS, query, RUN, SWEEP } from '../parameters.js';
import { json, type Parameter, ref, type RouteDoc, type Schema, whole } from '../route.js';

const TAG = 'Events';
const AT = '2026-11-25T03:04:04.217Z';
/** What an example is about. */
type Named = { readonly run_hash: string } | { readonly sweep_hash: string };

const RUN_NAMED = { run_hash: RUN_HASH };
const SWEEP_NAMED = { sweep_hash: SWEEP_HASH };

function queued(named: Named): object {
  return { ...named, type: 'run.queued', at: AT, attempt: 1 };
}

function started(named: Named): object {
  return { ...named, type: 'stage.started', at: AT, attempt: 1, stage: 'data', done: 0, total: 1 };
}

function stream(named: Named): string {
  const frames = [
    `id: 1\nevent: run.queued\ndata: ${JSON.stringify(queued(named))}`,
    `id: 3\nevent: stage.started\ndata: ${JSON.stringify(started(named))}`,
  ];
  return ['retry: 2000', ...frames, ': heartbeat', ''].join('\n\n');
}

const RULES = `A stream tells events from the start, or those after \`Last-Event-ID\` (which beats \`after_id\`), then live until all have ended, and closes. \`id\` is the event's number over all runs and sweeps, strictly increasing, \`event\` its type, \`data\` the rest of a RunEvent or SweepEvent as JSON; a comment comes every 15 s. Nothing is lost or doubled over reconnects and restarts. Whoever has the last event already gets 204, so that an EventSource stops. \`Accept: application/json\` gets a list instead.`;

/** A type would say what one frame is to some readers, and what the whole text is to others. */
const FRAMES = { description: 'Frames of `id`, `event` and `data`: together a RunEvent or a SweepEvent.' };

const POSITION: readonly Parameter[] = [
  {
    ...{ name: 'Last-Event-ID', in: 'header', description: 'Id of the last event that was received.', example: '3' },
    schema: { type: 'string', pattern: '^(\\d{1,15})?$' },
  },
  query('after_id', 'The same, for whoever cannot set the header.', whole(0, Number.MAX_SAFE_INTEGER)),
  query('limit', 'Of a list: how many a page holds.', whole(1, 500, 50)),
  query('cursor', 'Of a list: the next_cursor of the page before.', { type: 'string', pattern: '^\\d{1,15}$' }),
];

function answers(list: Schema, named: Named): RouteDoc['answers'] {
  const items = [
    { id: 1, ...queued(named) },
    { id: 3, ...started(named) },
  ];
  return {
    200: {
      description: 'A stream of events, or a list of them.',
      content: {
        'text/event-stream': { schema: FRAMES, examples: { example: { summary: 'A stream', value: stream(named) } } },
        ...json(list, { items, next_cursor: null }),
      },
    },
    204: { description: 'All of it has been told, and nothing follows.' },
  };
}

function several(name: 'run' | 'sweep', hash: string): Parameter {
  return query(
    name,
    `A ${name}, by its hash or prefix; several of them.`,
    { type: 'array', items: { type: 'string', pattern: '^[0-9a-f]{8,64}$' }, minItems: 1, maxItems: 200 },
    { explode: true, example: [hash] },
  );
}

/** What happens to runs and sweeps, as it happens. */
export const eventRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/runs/{run_hash}/events', id: 'runEvents', tag: TAG },
    summary: 'The events of a run',
    description: `${RULES} A run that was tried again has a new \`attempt\`; a pruned one still has its events.`,
    parameters: [RUN, ...POSITION],
    answers: answers(ref('EventList'), RUN_NAMED),
    problems: [...ADDRESS_PROBLEMS, 'RUN_NOT_FOUND', 'AMBIGUOUS_PREFIX'],
  },
  {
    ...{ method: 'get', path: '/sweeps/{sweep_hash}/events', id: 'sweepEvents', tag: TAG },
    summary: 'The events of a sweep',
    description: `Types and rules are those of runs; what is done and how much there is counts combinations. ${RULES}`,
    parameters: [SWEEP, ...POSITION],
    answers: answers(ref('SweepEventList'), SWEEP_NAMED),
    problems: [...ADDRESS_PROBLEMS, 'SWEEP_NOT_FOUND', 'AMBIGUOUS_PREFIX'],
  },
  {
    ...{ method: 'get', path: '/events', id: 'events', tag: TAG },
    summary: 'The events of many runs and sweeps in one stream',
    description: `Browsers allow six connections a host: this one takes up to 200 runs and sweeps, and at least one. ${RULES}`,
    parameters: [several('run', RUN_HASH), several('sweep', SWEEP_HASH), ...POSITION],
    answers: answers(ref('AnyEventList'), RUN_NAMED),
    problems: [...ADDRESS_PROBLEMS, 'RUN_NOT_FOUND', 'SWEEP_NOT_FOUND', 'AMBIGUOUS_PREFIX'],
  },
];

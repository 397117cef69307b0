import { RUN_HASH } from '../examples/hashes.js';
import { ADDRESS_PROBLEMS, query, RUN } from '../parameters.js';
import { json, type Parameter, ref, type RouteDoc, whole } from '../route.js';

const TAG = 'Events';
const AT = '2026-11-25T03:04:04.217Z';
const QUEUED = { run_hash: RUN_HASH, type: 'run.queued', at: AT, attempt: 1 };
const STARTED = { run_hash: RUN_HASH, type: 'stage.started', at: AT, attempt: 1, stage: 'data', done: 0, total: 1 };
const STREAM = [
  'retry: 2000',
  '',
  `id: 1\nevent: run.queued\ndata: ${JSON.stringify(QUEUED)}`,
  '',
  `id: 3\nevent: stage.started\ndata: ${JSON.stringify(STARTED)}`,
  '',
  ': heartbeat',
  '',
  '',
].join('\n');

const RULES = `A stream tells events from the start, or those after \`Last-Event-ID\` (which beats \`after_id\`), then live until the last run has ended, and closes. \`id\` is the event's number over all runs, strictly increasing, \`event\` its type, \`data\` the rest of a RunEvent as JSON; a comment comes every 15 s. Nothing is lost or doubled over reconnects and restarts. Whoever has the last event already gets 204, so that an EventSource stops. \`Accept: application/json\` gets a list instead.`;

/** A type would say what one frame is to some readers, and what the whole text is to others. */
const FRAMES = { description: 'Frames of `id`, `event` and `data`: together a RunEvent.' };

const POSITION: readonly Parameter[] = [
  {
    ...{ name: 'Last-Event-ID', in: 'header', description: 'Id of the last event that was received.', example: '3' },
    schema: { type: 'string', pattern: '^(\\d{1,15})?$' },
  },
  query('after_id', 'The same, for whoever cannot set the header.', whole(0, Number.MAX_SAFE_INTEGER)),
  query('limit', 'Of a list: how many a page holds.', whole(1, 500, 50)),
  query('cursor', 'Of a list: the next_cursor of the page before.', { type: 'string', pattern: '^\\d{1,15}$' }),
];

const ANSWERS: RouteDoc['answers'] = {
  200: {
    description: 'A stream of events, or a list of them.',
    content: {
      'text/event-stream': { schema: FRAMES, examples: { example: { summary: 'A stream', value: STREAM } } },
      ...json(ref('EventList'), {
        items: [
          { id: 1, ...QUEUED },
          { id: 3, ...STARTED },
        ],
        next_cursor: null,
      }),
    },
  },
  204: { description: 'All of it has been told, and nothing follows.' },
};

/** What happens to runs, as it happens. */
export const eventRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/runs/{run_hash}/events', id: 'runEvents', tag: TAG },
    summary: 'The events of a run',
    description: `${RULES} A run that was tried again has a new \`attempt\`; a pruned one still has its events.`,
    parameters: [RUN, ...POSITION],
    answers: ANSWERS,
    problems: [...ADDRESS_PROBLEMS, 'RUN_NOT_FOUND', 'AMBIGUOUS_PREFIX'],
  },
  {
    ...{ method: 'get', path: '/events', id: 'events', tag: TAG },
    summary: 'The events of many runs in one stream',
    description: `Browsers allow six connections a host: this one takes up to 200 runs. ${RULES}`,
    parameters: [
      query(
        'run',
        'A run, by its hash or prefix; several of them.',
        { type: 'array', items: { type: 'string', pattern: '^[0-9a-f]{8,64}$' }, minItems: 1, maxItems: 200 },
        { required: true, explode: true, example: [RUN_HASH] },
      ),
      ...POSITION,
    ],
    answers: ANSWERS,
    problems: [...ADDRESS_PROBLEMS, 'RUN_NOT_FOUND', 'AMBIGUOUS_PREFIX'],
  },
];

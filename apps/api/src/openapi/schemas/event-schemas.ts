import { array, described, INSTANT, INTEGER, nullable, NUMBER, object, ref, type Schema, STRING } from '../route.js';

/** What an event of a type adds. */
interface Added {
  readonly type: string;
  readonly more?: Readonly<Record<string, Schema>>;
  readonly optional?: readonly string[];
  /** What it may add for a sweep. */
  readonly ofSweep?: Readonly<Record<string, Schema>>;
}

const STEP = { stage: STRING, done: INTEGER, total: INTEGER };
const TRIALS = described(
  array({ type: 'array', prefixItems: [INTEGER, nullable(NUMBER)], minItems: 2, maxItems: 2 }),
  'The trials that ended since the last such event, in any order and each once: the number of the combination, and its objective; null where that has no value or the combination is skipped. Only in sweeps of at most 10,000 combinations, in stage `sweep`.',
);
const TOLD = { code: STRING, message: STRING };

/** By the name of their schemas, which `Run` or `Sweep` precedes. */
const EVENTS: Readonly<Record<string, Added>> = {
  Queued: { type: 'run.queued', more: { message: described(STRING, 'Why it is queued again.') }, optional: ['message'] },
  Started: { type: 'run.started' },
  StageStarted: { type: 'stage.started', more: STEP },
  StageProgress: { type: 'stage.progress', more: STEP, ofSweep: { trials: TRIALS } },
  StageCompleted: { type: 'stage.completed', more: { stage: STRING } },
  Warning: { type: 'run.warning', more: { code: described(STRING, 'A code of its warnings.'), message: STRING } },
  Completed: { type: 'run.completed', more: { metrics: described(ref('Metrics'), 'Of a sweep those of its best trial.') } },
  Failed: { type: 'run.failed', more: TOLD, optional: ['code', 'message'] },
  Cancelled: { type: 'run.cancelled' },
};

/** What happens to runs and to sweeps. */
export const EVENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  ...family('Run', 'run_hash', 'What happened to a run.'),
  ...family('Sweep', 'sweep_hash', 'What happened to a sweep: the types are those of runs.'),
  EventList: object({ items: array(ref('RunEvent')), next_cursor: ref('NextCursor') }),
  SweepEventList: object({ items: array(ref('SweepEvent')), next_cursor: ref('NextCursor') }),
  AnyEventList: object({ items: array({ anyOf: [ref('RunEvent'), ref('SweepEvent')] }), next_cursor: ref('NextCursor') }),
};

function family(kind: 'Run' | 'Sweep', hash: 'run_hash' | 'sweep_hash', what: string): Readonly<Record<string, Schema>> {
  const entries = Object.entries(EVENTS).map(
    ([name, added]) => [`${kind}${name}`, event(hash, kind === 'Sweep' ? withSweeps(added) : added)] as const,
  );
  const mapping = Object.entries(EVENTS).map(([name, { type }]) => [type, `#/components/schemas/${kind}${name}`]);
  const oneOf = entries.map(([name]) => ref(name));
  return {
    ...Object.fromEntries(entries),
    [`${kind}Event`]: {
      ...{ oneOf, discriminator: { propertyName: 'type', mapping: Object.fromEntries(mapping) as object } },
      description: `${what} In a stream \`id\` is the id of the frame and \`type\` its event; the rest is its data.`,
    },
  };
}

function withSweeps({ more, optional = [], ofSweep = {}, ...rest }: Added): Added {
  return { ...rest, more: { ...more, ...ofSweep }, optional: [...optional, ...Object.keys(ofSweep)] };
}

function event(hash: 'run_hash' | 'sweep_hash', { type, more = {}, optional = [] }: Added): Schema {
  const common = {
    id: described(INTEGER, 'Over all runs and sweeps, strictly increasing.'),
    ...{ [hash]: ref('Hash'), type: { type: 'string', const: type }, at: INSTANT, attempt: INTEGER },
  };
  return object({ ...common, ...more }, optional);
}

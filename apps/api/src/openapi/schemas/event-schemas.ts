import { array, described, INSTANT, INTEGER, object, ref, type Schema, STRING } from '../route.js';

/** An event of a type, with what it adds. */
function event(type: string, more: Readonly<Record<string, Schema>> = {}, optional: readonly string[] = []): Schema {
  const common = {
    id: described(INTEGER, 'Over all runs, strictly increasing.'),
    ...{ run_hash: ref('Hash'), type: { type: 'string', const: type }, at: INSTANT, attempt: INTEGER },
  };
  return object({ ...common, ...more }, optional);
}

const STEP = { stage: STRING, done: INTEGER, total: INTEGER };
const TOLD = { code: STRING, message: STRING };

const EVENTS: Readonly<Record<string, Schema>> = {
  RunQueued: event('run.queued', { message: described(STRING, 'Why it is queued again.') }, ['message']),
  RunStarted: event('run.started'),
  StageStarted: event('stage.started', STEP),
  StageProgress: event('stage.progress', STEP),
  StageCompleted: event('stage.completed', { stage: STRING }),
  RunWarning: event('run.warning', { code: described(STRING, 'A code of Warning.'), message: STRING }),
  RunCompleted: event('run.completed', { metrics: ref('Metrics') }),
  RunFailed: event('run.failed', TOLD, ['code', 'message']),
  RunCancelled: event('run.cancelled'),
};

/** What happens to runs. */
export const EVENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  ...EVENTS,
  RunEvent: described(
    { oneOf: Object.keys(EVENTS).map(ref), discriminator: discriminator() },
    'What happened to a run. In a stream `id` is the id of the frame and `type` its event; the rest is its data.',
  ),
  EventList: object({ items: array(ref('RunEvent')), next_cursor: ref('NextCursor') }),
};

function discriminator(): Schema {
  const mapping = Object.entries(EVENTS).map(([name, { properties }]) => {
    const { type } = properties as { readonly type: { readonly const: string } };
    return [type.const, `#/components/schemas/${name}`];
  });
  return { propertyName: 'type', mapping: Object.fromEntries(mapping) };
}

import { BOOLEAN, INTEGER, object, type Schema, STRING } from '../route.js';

const CHECK = object({ ok: BOOLEAN, message: STRING });

/** What the server says of itself. */
export const SERVER_SCHEMAS: Readonly<Record<string, Schema>> = {
  Health: object({
    status: { type: 'string', const: 'ok' },
    version: STRING,
    engine: object({ name: STRING, semantics_version: INTEGER }),
    uptime_s: INTEGER,
  }),
  Readiness: object({
    status: { type: 'string', enum: ['ready', 'unavailable'] },
    checks: object({ database: CHECK, artifacts: CHECK, workers: CHECK, queue: CHECK }),
  }),
};

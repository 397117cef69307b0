import type { Json } from '../config/json.js';
import { tsLiteral } from './ts-literal.js';

/** A module that has a service run a config. */
export function clientText(config: Json, baseUrl: string): string {
  return `import { createClient } from '@projecta/client';

const client = createClient({ baseUrl: ${tsLiteral(baseUrl)} });

const { run_hash, created } = await client.runs.submit(${tsLiteral(config)});
console.log(created ? 'Computing' : 'Known already', run_hash);

for await (const event of client.runs.events(run_hash)) {
  if (event.type === 'stage.progress') console.log(event.stage, event.done, 'of', event.total);
}

const run = await client.runs.get(run_hash);
console.log(run.status, run.metrics?.sharpe, run.metrics?.total_return);
`;
}

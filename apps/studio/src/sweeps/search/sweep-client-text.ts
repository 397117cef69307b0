import { tsLiteral } from '../../run/code/ts-literal.js';
import type { Json } from '../../run/config/json.js';

/** A module that has a service sweep, follows it, and reads what came of it. */
export function sweepClientText(sweep: Json, baseUrl: string): string {
  return `import { createClient } from '@projecta/client';

const client = createClient({ baseUrl: ${tsLiteral(baseUrl)} });

const { sweep_hash } = await client.sweeps.submit(${tsLiteral(sweep)});

for await (const event of client.sweeps.events(sweep_hash)) {
  if (event.type === 'stage.progress') console.log(event.stage, event.done, 'of', event.total);
}

const { best, plateau, validation, selection } = await client.sweeps.get(sweep_hash);
console.log(best?.value, best?.params, plateau, validation?.overfitting, selection);

const trials = await client.sweeps.rows(sweep_hash, { columns: 'trial,run_hash,sharpe,max_drawdown' });
console.log(trials.length);
`;
}

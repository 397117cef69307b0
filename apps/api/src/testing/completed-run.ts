import type { RunningServer } from './running-server.js';

/** Posts a config and waits for its run to complete. Throws what it was answered with instead. */
export async function completedRun(server: RunningServer, config: object): Promise<string> {
  const answer = await server.post('/runs', config, { Prefer: 'wait=30' });
  const { run_hash, status } = (await answer.json()) as { run_hash: string; status: string };
  if (status === 'completed') return run_hash;
  throw new Error(`The run is ${status}: ${await (await server.fetch(`/runs/${run_hash}`)).text()}`);
}

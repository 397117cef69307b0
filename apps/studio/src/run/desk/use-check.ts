import type { RunCheck, RunConfig } from '@projecta/client';
import { useClient } from '../../api/client-context.js';
import { type Checked, useChecked } from '../../api/use-checked.js';
import type { Draft } from '../config/json.js';

/** What the service says of a config. */
export type Check = Checked<RunCheck>;

export function useCheck(draft: Draft): Check {
  const client = useClient();
  return useChecked(draft, (config, signal) => client.runs.validate(config as unknown as RunConfig, { signal })); // the service is who judges
}

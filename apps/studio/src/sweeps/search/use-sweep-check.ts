import type { SweepCheck, SweepConfig } from '@projecta/client';
import { useClient } from '../../api/client-context.js';
import { type Checked, useChecked } from '../../api/use-checked.js';
import type { SearchDraft } from './search-draft.js';

/** What the service says of a sweep. */
export type SearchCheck = Checked<SweepCheck>;

export function useSweepCheck(draft: SearchDraft): SearchCheck {
  const client = useClient();
  return useChecked(draft, (sweep, signal) => client.sweeps.validate(sweep as unknown as SweepConfig, { signal })); // the service is who judges
}

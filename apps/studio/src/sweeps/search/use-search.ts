import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import type { Route } from '../../routing/route.js';
import { decodedConfig } from '../../run/config/config-link.js';
import type { Draft } from '../../run/config/json.js';
import { rememberedConfig } from '../../run/config/remembered-config.js';
import { useDebounced } from '../../run/desk/use-debounced.js';
import type { Forms } from '../../run/form/forms.js';
import { firstSearch, type SearchDraft } from './search-draft.js';
import { searchLink } from './search-link.js';

/** The sweep that is worked on, and why it is not what the address names. */
export interface Searched {
  readonly draft: SearchDraft;
  readonly refusal?: Refusal;
}

const CUT: Refusal = {
  code: 'BROKEN',
  detail: 'The link has been cut or changed on its way: copy it again, whole. Below is a sweep around the config you worked on last.',
  errors: [],
  retryable: false,
};

/** How long the typing has to rest before the address follows. */
const QUIET_MS = 400;

/**
 * The sweep of the address (`?sweep=…`), one around its config (`?config=…`, `?preset=…`), or around the config worked on last in this browser.
 * The address follows what is changed, so that a reload loses nothing and the link can be sent.
 */
export function useSearch(
  route: Route,
  forms: Forms,
): { readonly searched: Searched | undefined; readonly change: (draft: SearchDraft) => void } {
  const client = useClient();
  const [searched, setSearched] = useState<Searched>();
  const [changed, setChanged] = useState<SearchDraft>();
  const settled = useDebounced(changed, QUIET_MS);
  useEffect(() => {
    const abort = new AbortController();
    const put = (next: Searched): void => {
      if (!abort.signal.aborted) setSearched(next);
    };
    const around = (base: Draft, refusal?: Refusal): void => put({ draft: firstSearch(base, forms), ...(refusal && { refusal }) });
    setChanged(undefined);
    const [sweep, config, preset] = ['sweep', 'config', 'preset'].map((name) => route.query.get(name));
    if (preset) {
      client.presets.get(preset).then(
        (found) => around(found.config as unknown as Draft),
        (error: unknown) => around(rememberedConfig(), refusalOf(error)),
      );
    } else if (sweep) {
      const draft = decodedConfig(sweep);
      if (draft) put({ draft });
      else around(rememberedConfig(), CUT);
    } else {
      const base = config ? decodedConfig(config) : rememberedConfig();
      around(base ?? rememberedConfig(), base ? undefined : CUT);
    }
    return () => abort.abort();
  }, [route, forms]);
  useEffect(() => {
    if (settled) window.history.replaceState(null, '', searchLink(settled));
  }, [settled]);
  const change = (draft: SearchDraft): void => {
    setSearched({ draft });
    setChanged(draft);
  };
  return { searched, change };
}

import type { Preset } from '@projecta/client';
import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import { linkTo, type Route } from '../../routing/route.js';
import { decodedConfig } from '../config/config-link.js';
import type { Draft } from '../config/json.js';
import type { Forms } from '../form/forms.js';
import { shortForm } from '../form/short-form.js';
import { rememberConfig, rememberedConfig } from '../config/remembered-config.js';

/** The config that is worked on, and where it came from. */
export interface WorkedOn {
  readonly draft: Draft;
  /** The preset that it is, unchanged. */
  readonly preset?: Preset;
  /** Why what the address names is not what is shown. */
  readonly refusal?: Refusal;
}

const NO_CONFIG: Refusal = {
  code: 'BROKEN',
  detail: 'The link has been cut or changed on its way: copy it again, whole. Below is what you worked on last.',
  errors: [],
  retryable: false,
};

/** The config of the address (`?config=…`, `?preset=…`), else the one worked on last in this browser; the first change makes it the reader's own. */
export function useDraft(
  route: Route,
  forms: Forms | undefined,
): {
  readonly worked: WorkedOn | undefined;
  readonly change: (draft: Draft, preset?: Preset) => void;
} {
  const client = useClient();
  const [worked, setWorked] = useState<WorkedOn>();
  useEffect(() => {
    if (!forms) return undefined;
    const abort = new AbortController();
    const put = (next: WorkedOn): void => {
      if (!abort.signal.aborted) setWorked(next);
    };
    const preset_id = route.query.get('preset');
    const linked = route.query.get('config');
    if (preset_id !== null) {
      client.presets.get(preset_id).then(
        (preset) => put({ draft: shortForm(preset.config as unknown as Draft, forms), preset }),
        (error: unknown) => put({ draft: rememberedConfig(), refusal: refusalOf(error) }),
      );
    } else if (linked === null) put({ draft: rememberedConfig() });
    else {
      const draft = decodedConfig(linked);
      put(draft ? { draft: shortForm(draft, forms) } : { draft: rememberedConfig(), refusal: NO_CONFIG });
    }
    return () => abort.abort();
  }, [route, forms]);
  const change = (draft: Draft, preset?: Preset): void => {
    rememberConfig(draft);
    setWorked({ draft, ...(preset && { preset }) });
    const address = preset ? linkTo('run', undefined, { preset: preset.preset_id }) : linkTo('run');
    if (window.location.hash !== address) window.history.replaceState(null, '', address);
  };
  return { worked, change };
}

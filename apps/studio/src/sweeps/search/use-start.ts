import type { SweepConfig } from '@projecta/client';
import { useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import { linkTo } from '../../routing/route.js';
import type { SearchDraft } from './search-draft.js';

/** Begins a sweep and goes to it: its address is the sweep's from then on, so a reload loses nothing. */
export function useStart(draft: SearchDraft): {
  readonly isSending: boolean;
  readonly refusal: Refusal | undefined;
  readonly start: () => void;
} {
  const client = useClient();
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<{ readonly draft: SearchDraft; readonly refusal: Refusal }>();
  const send = async (): Promise<void> => {
    setSending(true);
    try {
      const { sweep_hash, created, status } = await client.sweeps.submit(draft as unknown as SweepConfig);
      window.location.hash = linkTo('sweep', sweep_hash, !created && status === 'completed' ? { known: '1' } : {});
    } catch (error) {
      setRefused({ draft, refusal: refusalOf(error) });
      setSending(false);
    }
  };
  return { isSending, refusal: refused?.draft === draft ? refused.refusal : undefined, start: () => void send() };
}

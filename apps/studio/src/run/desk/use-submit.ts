import type { RunConfig } from '@projecta/client';
import { useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import { linkTo } from '../../routing/route.js';
import type { Draft } from '../config/json.js';
import { rememberConfig } from '../config/remembered-config.js';

/** Begins the run of a config and goes to it: its address is the run's from then on, so a reload loses nothing. */
export function useSubmit(draft: Draft): {
  readonly isSending: boolean;
  readonly refusal: Refusal | undefined;
  readonly submit: () => void;
} {
  const client = useClient();
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<{ readonly draft: Draft; readonly refusal: Refusal }>();
  const send = async (): Promise<void> => {
    setSending(true);
    rememberConfig(draft);
    try {
      const { run_hash, created, status } = await client.runs.submit(draft as unknown as RunConfig);
      const isKnown = !created && status === 'completed';
      window.location.hash = linkTo('result', run_hash, isKnown ? { known: '1' } : {});
    } catch (error) {
      setRefused({ draft, refusal: refusalOf(error) });
      setSending(false);
    }
  };
  return { isSending, refusal: refused?.draft === draft ? refused.refusal : undefined, submit: () => void send() };
}

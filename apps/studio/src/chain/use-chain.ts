import type { ChainList } from '@projecta/client';
import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { type Refusal, refusalOf } from '../api/refusal.js';

type Link = ChainList['items'][number];

interface Chain {
  /** Newest first; undefined until all are there. */
  readonly items: readonly Link[] | undefined;
  /** How many are there so far. */
  readonly loaded: number;
  readonly refusal: Refusal | undefined;
  again(): void;
}

const PAGE = 500;

/** All blocks of the chain. The service lists them in their order, so the newest come last. */
export function useChain(): Chain {
  const client = useClient();
  const [items, setItems] = useState<readonly Link[]>();
  const [loaded, setLoaded] = useState(0);
  const [refusal, setRefusal] = useState<Refusal>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      const all: Link[] = [];
      for (let cursor: string | null = ''; cursor !== null && isWanted;) {
        const page: ChainList = await client.chain.list({ limit: PAGE, ...(cursor !== '' && { cursor }) });
        all.push(...page.items);
        setLoaded(all.length);
        cursor = page.next_cursor;
      }
      setItems(all.reverse());
      setRefusal(undefined);
    };
    load().catch((error: unknown) => isWanted && setRefusal(refusalOf(error)));
    return () => {
      isWanted = false;
    };
  }, [round]);
  return { items, loaded, refusal, again: () => setRound((last) => last + 1) };
}

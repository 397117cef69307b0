import type { ListedRun } from '@projecta/client';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { type Refusal, refusalOf } from '../api/refusal.js';
import { type RunsQuery, runsSearch } from './runs-query.js';

export interface RunListing {
  readonly items: readonly ListedRun[];
  /** Nothing has come yet. */
  readonly isFirst: boolean;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly refusal: Refusal | undefined;
  more(): void;
  /** Lists as many again as are there. */
  again(): void;
}

interface Listed {
  readonly key: string;
  readonly items: readonly ListedRun[];
  readonly next: string | null;
}

const PAGE = 50;
const MOST = 500;

/** Runs page by page. A list stays while it is listed again, so that nothing jumps. */
export function useRunList(query: RunsQuery): RunListing {
  const client = useClient();
  const key = runsSearch(query).toString();
  const [listed, setListed] = useState<Listed>();
  const [round, setRound] = useState(0);
  const [isLoading, setLoading] = useState(true);
  const [refusal, setRefusal] = useState<Refusal>();

  const load = async (place: { readonly limit: number; readonly cursor?: string }, isWanted: () => boolean): Promise<void> => {
    setLoading(true);
    try {
      const { items, next_cursor } = await client.runs.list({ ...query, ...place });
      if (!isWanted()) return;
      setListed((last) => ({ key, items: place.cursor === undefined ? items : [...(last?.items ?? []), ...items], next: next_cursor }));
      setRefusal(undefined);
    } catch (error) {
      if (isWanted()) setRefusal(refusalOf(error));
    } finally {
      if (isWanted()) setLoading(false);
    }
  };

  useEffect(() => {
    let isWanted = true;
    const shown = listed?.key === key ? listed.items.length : 0;
    void load({ limit: Math.min(MOST, Math.max(PAGE, shown)) }, () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [key, round]);
  const again = useCallback(() => setRound((last) => last + 1), []);
  return {
    items: listed?.items ?? [],
    isFirst: listed === undefined,
    isLoading,
    hasMore: (listed?.next ?? null) !== null,
    refusal,
    more: () => {
      if (listed?.next) void load({ limit: PAGE, cursor: listed.next }, () => true);
    },
    again,
  };
}

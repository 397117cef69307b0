import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Refusal, refusalOf } from './refusal.js';

/** Which part of a list is asked for. */
export interface Place {
  readonly limit: number;
  readonly cursor?: string;
}

/** A part of a list, and how to ask for the next; null at the end. */
export interface AnsweredPage<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}

/** What has been loaded of a list so far. */
export interface Pages<Item> {
  readonly items: readonly Item[];
  /** Nothing has come yet. */
  readonly isFirst: boolean;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly refusal: Refusal | undefined;
  more(): void;
  /** Lists as many again as are there. */
  again(): void;
}

interface Listed<Item> {
  readonly key: string;
  readonly items: readonly Item[];
  readonly next: string | null;
}

const PAGE = 50;
const MOST = 500;

/** A list page by page, from its start when `key` changes. It stays while it is listed again, so that nothing jumps. */
export function usePages<Item>(key: string, list: (place: Place) => Promise<AnsweredPage<Item>>): Pages<Item> {
  const [listed, setListed] = useState<Listed<Item>>();
  const [round, setRound] = useState(0);
  const [isLoading, setLoading] = useState(true);
  const [refusal, setRefusal] = useState<Refusal>();
  const question = useRef(0);

  const load = async (place: Place): Promise<void> => {
    const own = ++question.current;
    const isWanted = (): boolean => own === question.current; // what was asked before has become of no interest
    setLoading(true);
    try {
      const { items, next_cursor } = await list(place);
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
    const shown = listed?.key === key ? listed.items.length : 0;
    void load({ limit: Math.min(MOST, Math.max(PAGE, shown)) });
    return () => void question.current++;
  }, [key, round]);
  const again = useCallback(() => setRound((last) => last + 1), []);
  return {
    items: listed?.items ?? [],
    isFirst: listed === undefined,
    isLoading,
    hasMore: (listed?.next ?? null) !== null,
    refusal,
    more: () => {
      if (listed?.next) void load({ limit: PAGE, cursor: listed.next });
    },
    again,
  };
}

import type { ListedRun } from '@projecta/client';

/** The runs in which every word of a search occurs. */
export function matching(runs: readonly ListedRun[], search: string): readonly ListedRun[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return runs;
  return runs.filter((run) => {
    const text = [
      run.run_hash,
      run.symbol,
      run.timeframe,
      run.strategy,
      run.status,
      run.start.slice(0, 10),
      run.end.slice(0, 10),
      run.pinned ? 'pinned' : '',
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The part of a hash that a search is, where it may name a run by itself. */
export function hashIn(search: string): string | undefined {
  const text = search.trim().toLowerCase();
  return /^[0-9a-f]{8,64}$/.test(text) ? text : undefined;
}

/** Trials [from, to) that one helper computes in one go. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  /** How many helpers ended while they had it. */
  readonly deaths: number;
}

/** Trials that nobody has taken yet, in order, and chunks that came back. */
export interface ChunkQueue {
  /** At most `most` trials, first of a chunk that came back and that `accepts` agrees to. */
  take(most: number, accepts?: (chunk: Chunk) => boolean): Chunk | undefined;
  giveBack(chunk: Chunk): void;
  /** From here on only trials before this one are handed out. */
  endAt(trial: number): void;
  /** How many trials nobody has. */
  readonly left: number;
}

export function chunkQueue(count: number): ChunkQueue {
  let next = 0;
  let end = count;
  let returned: Chunk[] = [];
  const headOf = (place: number, most: number): Chunk => {
    const { from, to, deaths } = returned[place]!;
    const middle = Math.min(to, from + most);
    returned.splice(place, 1, ...(middle < to ? [{ from: middle, to, deaths }] : []));
    return { from, to: middle, deaths };
  };
  return {
    take(most, accepts = () => true) {
      const place = returned.findIndex(accepts);
      if (place >= 0) return headOf(place, most);
      if (next >= end) return undefined;
      const from = next;
      next = Math.min(end, next + most);
      return { from, to: next, deaths: 0 };
    },
    giveBack(chunk) {
      if (chunk.from < end) returned.push(chunk);
    },
    endAt(trial) {
      end = Math.min(end, trial);
      returned = returned.filter(({ from }) => from < end);
    },
    get left() {
      return returned.reduce((sum, { from, to }) => sum + to - from, Math.max(0, end - next));
    },
  };
}

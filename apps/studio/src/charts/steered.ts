interface Range {
  readonly from: number;
  readonly to: number;
}

/** The bars in sight after a step of keyboard or buttons; never less than five of them, never beside all. */
export function steered({ from, to }: Range, how: 'back' | 'forward' | 'in' | 'out' | 'all', bars: number): Range {
  const width = to - from;
  const middle = from + width / 2;
  if (how === 'all') return { from: -0.5, to: bars - 0.5 };
  if (how === 'in' || how === 'out') {
    const half = Math.min(bars / 2, Math.max(2.5, how === 'in' ? width / 4 : width));
    return { from: middle - half, to: middle + half };
  }
  const step = how === 'back' ? -Math.min(width / 5, Math.max(0, from + width / 2)) : Math.min(width / 5, Math.max(0, bars - 1 - middle));
  return { from: from + step, to: to + step };
}

/** Buffers that metrics work in. First touch of memory costs more than the statistics, so callers with many runs keep one. */
export interface Scratch {
  readonly returns: Float64Array;
  readonly order: Float64Array;
}

/** Buffers for curves of up to `bars` bars. */
export function scratchFor(bars: number): Scratch {
  return { returns: new Float64Array(bars), order: new Float64Array(bars) };
}

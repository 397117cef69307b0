export interface WalkForwardCut {
  /** Bars of the run. */
  readonly bars: number;
  readonly folds: number;
  readonly scheme: 'anchored' | 'rolling';
  /** Bars left out at the end of every train. */
  readonly embargo: number;
}

/** Bars [from, to) of a train or a test. */
export interface BarSpan {
  readonly from: number;
  readonly to: number;
}

/** One fold: parameters are chosen on `train` and tested on `test`. */
export interface WalkForwardFold {
  /** 1 … folds. */
  readonly fold: number;
  /** May be empty, or end before it begins, where the embargo eats it. */
  readonly train: BarSpan;
  readonly test: BarSpan;
}

/** Length of a segment: folds + 1 of them, and what is left over belongs to the last. Bars before it are no fold's test. */
export function segmentLength({ bars, folds }: Pick<WalkForwardCut, 'bars' | 'folds'>): number {
  return Math.floor(bars / (folds + 1));
}

/** The folds of a walk-forward (§9): fold k tests on segment k and trains on all before it, or on segment k − 1, less the embargo. */
export function walkForwardSegments({ bars, folds, scheme, embargo }: WalkForwardCut): WalkForwardFold[] {
  const length = segmentLength({ bars, folds });
  return Array.from({ length: folds }, (_, i) => {
    const fold = i + 1;
    const from = fold * length;
    return {
      fold,
      train: { from: scheme === 'anchored' ? 0 : from - length, to: from - embargo },
      test: { from, to: fold === folds ? bars : from + length },
    };
  });
}

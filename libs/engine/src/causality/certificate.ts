/** causality.json: at which cuts the decisions were recomputed without the future, and what they hashed to. */
export interface CausalityCertificate {
  /** False for `close_same`, whose fills use the very close that was decided on. */
  readonly causal: boolean;
  /** The bars c after which the data ended or went another way. */
  readonly cuts: readonly number[];
  /** SHA-256 of the decisions up to and including each cut. */
  readonly digests: readonly string[];
  /** Share of the bars that a cut lies on: a peek at a single bar is caught there, a steady one at any cut. */
  readonly covered: number;
  /** What the certificate says and cannot say. */
  readonly note: string;
}

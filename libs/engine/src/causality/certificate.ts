/** causality.json: at which cuts the decisions were recomputed without the future, and what they hashed to. */
export interface CausalityCertificate {
  readonly causal: boolean;
  /** The bars c after which the data ended or went another way. */
  readonly cuts: readonly number[];
  /** SHA-256 of the decisions up to and including each cut. */
  readonly digests: readonly string[];
  /** Share of the bars that lie at or before a cut and were therefore recomputed. */
  readonly covered: number;
  /** What the certificate says and cannot say. */
  readonly note: string;
}

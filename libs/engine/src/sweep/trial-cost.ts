/** What a trial costs beside its bars, in bars: checking its config and hashing its identity take some 0.3 ms. */
export const TRIAL_COST = 10_000;

/** How many ended runs of a kind are kept where the caller does not say. */
export const KEEP = 100;

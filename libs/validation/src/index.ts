export { type Distribution, type PermutationSummary } from './permutation-summary.js';

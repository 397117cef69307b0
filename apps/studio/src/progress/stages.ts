import type { StageState } from './progress-state.js';

/** What every run goes through before its validation, and after it. */
const FIRST = ['data', 'indicators', 'strategy', 'simulation', 'metrics'];
/** The methods in the order in which they run; others come after them. */
const METHODS = ['permutation', 'block_bootstrap', 'monte_carlo', 'walk_forward', 'overfitting'];
const LAST = ['artifacts'];

const WORDS: Readonly<Record<string, string>> = {
  data: 'Read the candles',
  indicators: 'Compute the indicators',
  strategy: 'Decide, and check that no decision needs the future',
  simulation: 'Simulate orders, fills and costs',
  metrics: 'Measure',
  sweep: 'Run the combinations',
  permutation: 'Permutation test',
  block_bootstrap: 'Block bootstrap',
  monte_carlo: 'Monte Carlo paths',
  walk_forward: 'Walk forward',
  overfitting: 'Overfitting',
  artifacts: 'Write the artifacts and seal the manifest',
};

/** A stage in words. */
export function stageWords(stage: string): string {
  return WORDS[stage] ?? stage.replaceAll('_', ' ');
}

/** The stages that a run goes through, in order: those of its validation are the methods of its config. */
export function plannedStages(validation: Readonly<Record<string, unknown>>): readonly string[] {
  const methods = Object.keys(validation).filter((method) => method !== 'causality');
  const known = METHODS.filter((method) => methods.includes(method));
  const others = methods.filter((method) => !METHODS.includes(method));
  return [...FIRST, ...known, ...others, ...LAST];
}

/** The stages planned and those that came unplanned, in order of their beginning. */
export function allStages(planned: readonly string[], met: readonly StageState[]): readonly string[] {
  const unplanned = met.map(({ stage }) => stage).filter((stage) => !planned.includes(stage));
  return [...planned.filter((stage) => !LAST.includes(stage)), ...unplanned, ...LAST];
}

/**
 * The share of a run that is done, 0 to 1, every stage counting the same: what the service itself says. `known` is what it said last, which
 * holds until its events have been heard again.
 */
export function shareDone(stages: readonly string[], met: readonly StageState[], known = 0): number {
  const done = met.reduce((sum, { done, total, isOver }) => sum + (isOver ? 1 : done / Math.max(total, 1)), 0);
  return Math.min(1, Math.max(known, done / stages.length));
}

import { defineStrategy, int, real } from '@projecta/engine';

/**
 * Long when the close leaves a quiet range upwards, flat once it falls back below the middle of that range.
 *
 *   npx projecta run apps/cli/examples/quiet-breakout.json --plugin apps/cli/examples/quiet_breakout.mjs
 */
export const quietBreakout = defineStrategy({
  name: 'quiet_breakout',
  version: '1.0.0',
  title: 'Quiet breakout',
  description: 'Long when the close rises above a narrow range of the bars before, flat below the middle of it.',
  params: {
    window: int({ min: 2, max: 10_000, default: 20, unit: 'bars', description: 'How many bars before make the range.' }),
    quiet: real({ exclusiveMin: 0, default: 0.02, unit: 'fraction', description: 'The widest a range may be, as a share of its middle.' }),
  },
  warmup: ({ window }) => window,
  start: () => ({ middle: NaN }),
  onBar(view, state, { window, quiet }) {
    if (view.t < window) return NaN;
    let low = Infinity;
    let high = -Infinity;
    for (let ago = 1; ago <= window; ago++) {
      low = Math.min(low, view.low(ago));
      high = Math.max(high, view.high(ago));
    }
    const middle = (low + high) / 2;
    if (high - low <= quiet * middle && view.close() > high) {
      state.middle = middle;
      return 1;
    }
    return view.close() < state.middle ? 0 : NaN;
  },
});

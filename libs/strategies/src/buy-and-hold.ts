import { defineStrategy } from '@projecta/plugin';

/** The yardstick: long from the first bar to the last. */
export const buy_and_hold = defineStrategy({
  name: 'buy_and_hold',
  title: 'Buy and hold',
  description: 'Long from the first bar on: what a strategy has to beat.',
  params: {},
  warmup: () => 0,
  target(_columns, _params, out) {
    out.fill(1);
  },
});

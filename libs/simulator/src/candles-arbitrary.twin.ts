import * as fc from 'fast-check';
import type { SimulationPlan } from './simulation-plan.twin.js';

const REGIMES = ['walk', 'ticks', 'gaps', 'flat', 'crash', 'trend'] as const;
type Regime = (typeof REGIMES)[number];

/** One bar in ticks from the close before it, and the chance numbers from which its other values are made. */
interface Step {
  readonly gap: number;
  readonly body: number;
  readonly upper: number;
  readonly lower: number;
  readonly volume: number;
  readonly jitter: number;
  readonly pause: number;
}

/** What is drawn for candles besides their bars; sizes of money follow from `tick` and `unit`. */
export interface Market {
  readonly candles: SimulationPlan['candles'];
  /** The first close. */
  readonly price: number;
  /** A typical quantity: what the initial cash buys at the first close. */
  readonly unit: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  gap: fc.integer({ min: -2, max: 2 }),
  body: fc.integer({ min: -4, max: 4 }),
  upper: fc.integer({ min: 0, max: 3 }),
  lower: fc.integer({ min: 0, max: 3 }),
  volume: fc.integer({ min: 0, max: 12 }),
  jitter: fc.integer({ min: -500, max: 500 }),
  pause: fc.integer({ min: 0, max: 9 }),
});

/** Candles of 2 … 60 bars on a price grid (levels are touched exactly, ties happen) or off it, with every oddity the data rules allow. */
export function marketArbitrary(initialCash: number): fc.Arbitrary<Market> {
  return fc
    .record({
      steps: fc.array(step, { minLength: 2, maxLength: 60, size: 'max' }),
      regime: fc.constantFrom(...REGIMES),
      start: fc.constantFrom(40, 64, 100, 1000),
      tick: fc.constantFrom(1, 1, 0.25, 0.01, 1e-7, 4096),
      volumes: fc.constantFrom('plenty', 'scarce', 'zeros', 'absent', 'absent'),
    })
    .map(({ steps, regime, start, tick, volumes }) => {
      const price = start * tick;
      const unit = initialCash / price;
      const bars = barsOf(steps, regime, start);
      const scaled = (pick: (bar: Bar) => number) => bars.map((bar) => pick(bar) * tick);
      const candles = {
        ts: timesOf(steps, regime),
        open: scaled((bar) => bar.open),
        high: scaled((bar) => bar.high),
        low: scaled((bar) => bar.low),
        close: scaled((bar) => bar.close),
        vwap: scaled((bar) => (bar.low + bar.high + bar.close) / 3),
        ...(volumes === 'absent' ? {} : { volume: steps.map((s) => volumeOf(s, volumes, unit)) }),
      };
      return { candles, price, unit };
    });
}

interface Bar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

function barsOf(steps: readonly Step[], regime: Regime, start: number): Bar[] {
  const bars: Bar[] = [];
  let previous = start;
  for (const [i, s] of steps.entries()) {
    const still = regime === 'flat' && i % 12 < 8;
    const wild = regime === 'gaps' && s.pause === 0 ? 8 : 1;
    const drift = regime === 'trend' ? 2 : regime === 'crash' && s.pause < 3 ? -Math.floor(previous / 3) : 0;
    const off = regime === 'walk' ? s.jitter / 1000 : 0;
    const open = still ? previous : Math.max(1, previous + s.gap * wild + off);
    const close = still ? open : Math.max(1, open + s.body * wild + drift - off / 3);
    const high = still ? open : Math.max(open, close) + s.upper;
    const low = still ? open : Math.max(0.5, Math.min(open, close) - s.lower);
    bars.push({ open, high, low: Math.min(low, open, close), close });
    previous = close;
  }
  return bars;
}

function timesOf(steps: readonly Step[], regime: Regime): number[] {
  const day = 86_400_000;
  let ts = Date.UTC(2024, 0, 1);
  return steps.map((s) => (ts += regime === 'gaps' && s.pause > 7 ? 5 * day : day));
}

function volumeOf(s: Step, volumes: 'plenty' | 'scarce' | 'zeros', unit: number): number {
  if (volumes === 'plenty') return unit * (50 + s.volume);
  if (volumes === 'zeros' && s.volume % 3 === 0) return 0;
  return unit * 0.25 * (s.volume + 1);
}

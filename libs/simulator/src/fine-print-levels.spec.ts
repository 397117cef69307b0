// Fine-print A13 and A14: what a protective exit is filled at, and which of two levels is met first.
import { describe, expect, test } from '@jest/globals';
import { both, flat, inShort, rounded, type HandMade, type HandMadeBar } from './hand-made.twin.js';

const LEVERAGED = { max_leverage: 2 };

/** Long 10 at 100 from bar 1, then the given bar. */
function long(bar: HandMadeBar, risk: NonNullable<HandMade['risk']>, rest: Partial<HandMade> = {}) {
  return both({ bars: [flat(100), flat(100), bar, flat(100)], directions: [1, 1, 1, 1], ...rest, risk });
}

/** Short 10 at 100 from bar 1, then the given bar. */
function short(bar: HandMadeBar, risk: NonNullable<HandMade['risk']>) {
  return both({ bars: [flat(100), flat(100), bar, flat(100)], directions: [-1, -1, -1, -1], risk });
}

describe('A13: forced fills', () => {
  test('A13: fill in full whatever zero_volume and volume_limit say', () => {
    for (const zero_volume of ['wait', 'drop', 'fill'] as const) {
      const bars = [flat(100, 50), flat(100, 50), [100, 100, 80, 100, 0], flat(100, 50)] as const;
      const outcome = both({ bars, directions: [1, 1, 1, 1], execution: { zero_volume, volume_limit: 0.2 }, risk: { stop_loss: 0.1 } });
      expect(inShort(outcome)[1]).toEqual([2, -10, 90, 'stop_loss']);
    }
  });

  test('A13: slippage and fees apply to the level, take_profit included', () => {
    const outcome = both({
      bars: [flat(100), flat(100), [100, 115, 100, 100], flat(100)],
      directions: [1, 1, 1, 1],
      execution: { slippage_bps: 100, fee_bps: 100 },
      slip: (price, side) => price * (1 + side * 0.01),
      risk: { take_profit: 0.1, ...LEVERAGED },
    });
    // Bought at 100·1.01·1.01; sold at the level (1.1 of that) ·0.99·0.99.
    expect(rounded(outcome.fills[1]!.base_price)).toBe(112.211);
    expect(rounded(outcome.fills[1]!.price)).toBe(109.9780011);
    expect(rounded(outcome.fills[1]!.fee)).toBe(10.99780011);
  });

  test('A13: slippage and fees apply to the gap’s open', () => {
    const outcome = long([80, 85, 80, 85], { stop_loss: 0.1, ...LEVERAGED }, { execution: { slippage_bps: 100 } });
    expect(outcome.fills[1]).toMatchObject({ base_price: 80, price: 79.2 });
  });
});

describe('A14: stop and target on one bar', () => {
  const risk = { stop_loss: 0.1, take_profit: 0.1 };

  test('A14: an open at or beyond the stop stops at the open, not ambiguous', () => {
    for (const open of [90, 88]) {
      const outcome = long([open, 120, 80, 100], risk);
      expect(inShort(outcome)[1]).toEqual([2, -10, open, 'stop_loss']);
      expect(outcome).toMatchObject({ ambiguous_bars: 0, trades: [{ ambiguous: false }] });
    }
  });

  test('A14: an open at or beyond the target takes profit at the open, not ambiguous', () => {
    for (const open of [112.5, 114]) {
      const outcome = long([open, 120, 80, 100], { stop_loss: 0.1, take_profit: 0.125 });
      expect(inShort(outcome)[1]).toEqual([2, -10, open, 'take_profit']);
      expect(outcome).toMatchObject({ ambiguous_bars: 0, trades: [{ ambiguous: false }] });
    }
  });

  test('A14: inside the range the stop comes first and the trade is ambiguous', () => {
    expect(long([100, 115, 85, 100], risk)).toMatchObject({
      ambiguous_bars: 1,
      trades: [{ ambiguous: true, reason: 'stop_loss', exit_price: 90 }],
    });
    expect(short([100, 115, 85, 100], risk)).toMatchObject({ ambiguous_bars: 1, trades: [{ ambiguous: true, reason: 'stop_loss' }] });
  });

  test('A14: a touch counts', () => {
    expect(long([100, 100, 90, 100], risk).trades[0]).toMatchObject({ reason: 'stop_loss', exit_price: 90 });
    expect(long([100, 112.5, 100, 100], { take_profit: 0.125 }).trades[0]).toMatchObject({ reason: 'take_profit', exit_price: 112.5 });
    expect(short([100, 112.5, 100, 100], { stop_loss: 0.125 }).trades[0]).toMatchObject({ reason: 'stop_loss', exit_price: 112.5 });
    expect(short([100, 100, 87.5, 100], { take_profit: 0.125 }).trades[0]).toMatchObject({ reason: 'take_profit', exit_price: 87.5 });
  });

  test('A14: of two stops the one nearer to the price is met first and names the reason', () => {
    const fall: HandMadeBar = [100, 100, 80, 85];
    expect(long(fall, { stop_loss: 0.1, trailing_stop: 0.05 }).trades[0]).toMatchObject({ reason: 'trailing_stop', exit_price: 95 });
    expect(long(fall, { stop_loss: 0.05, trailing_stop: 0.1 }).trades[0]).toMatchObject({ reason: 'stop_loss', exit_price: 95 });
    expect(short([100, 120, 100, 110], { stop_loss: 0.125, trailing_stop: 0.0625 }).trades[0]).toMatchObject({
      reason: 'trailing_stop',
      exit_price: 106.25,
    });
  });

  test('A14: on a tie it is the stop_loss', () => {
    expect(long([100, 100, 80, 85], { stop_loss: 0.1, trailing_stop: 0.1 }).trades[0]!.reason).toBe('stop_loss');
    expect(short([100, 120, 100, 110], { stop_loss: 0.1, trailing_stop: 0.1 }).trades[0]!.reason).toBe('stop_loss');
  });

  test('A14: a gap beyond both stops names the nearer one', () => {
    expect(long([70, 70, 70, 70], { stop_loss: 0.1, trailing_stop: 0.05 }).trades[0]).toMatchObject({
      reason: 'trailing_stop',
      exit_price: 70,
    });
  });
});

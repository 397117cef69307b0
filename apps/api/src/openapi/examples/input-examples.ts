import { TIMEFRAMES } from '@projecta/candles';
import type { ErrorCode } from '@projecta/errors';

/** What is wrong with an input, as one of a problem's `errors`. */
export interface InputExample {
  readonly path: string;
  readonly message: string;
  readonly allowed?: readonly (string | number)[];
  /** The problem's own code, where it is another. */
  readonly as?: ErrorCode;
  /** The problem's own detail, where it is another. */
  readonly detail?: string;
  readonly instance?: string;
}

const ONE = { as: 'VALIDATION_FAILED', detail: 'The RunConfig has 1 problem.' } as const;
const STRATEGIES = [
  'bollinger_reversion',
  'buy_and_hold',
  'donchian_breakout',
  'dual_sma',
  'ema_cross',
  'macd',
  'momentum',
  'rsi_reversion',
];
const METHODS = ['permutation', 'block_bootstrap', 'monte_carlo', 'walk_forward', 'overfitting', 'causality'];

/** An example of each code that is about an input. */
export const INPUT_EXAMPLES: Readonly<Partial<Record<ErrorCode, InputExample>>> = {
  MALFORMED_JSON: {
    ...{ path: '/a', message: 'line 1, column 6: expected a value, found the end of the text.' },
    detail: 'JSON line 1, column 6: expected a value, found the end of the text.',
  },
  DUPLICATE_KEY: {
    ...{ path: '/seed', message: 'line 1, column 11: the key "seed" is there twice; keep one.' },
    detail: 'JSON line 1, column 11: the key "seed" is there twice; keep one.',
  },
  NUMBER_NOT_EXACT: {
    ...{ path: '/seed', message: 'line 1, column 9: 90071992547409931 is beyond ±(2^53 − 1), where integers are no longer exact.' },
    detail: 'JSON line 1, column 9: 90071992547409931 is beyond ±(2^53 − 1), where integers are no longer exact.',
  },
  UNKNOWN_KEY: {
    ...ONE,
    ...{ path: '/metrics/riskfree', allowed: ['annualization', 'risk_free'] },
    message: 'there is no "riskfree" here. Did you mean "risk_free"? It takes annualization, risk_free.',
  },
  REQUIRED: { ...ONE, path: '/symbol', message: 'is required: it must be a string such as "TEST" or "BTC/USD", not nothing.' },
  WRONG_TYPE: { ...ONE, path: '/seed', message: 'must be a whole number from 0 to 9007199254740991, not "42".' },
  OUT_OF_RANGE: { ...ONE, path: '/strategy/params/fast', message: 'must be a whole number from 1 to 100000, not 0.' },
  VALIDATION_FAILED: {
    ...ONE,
    path: '/strategy/params/fast',
    message: '"fast" must be below "slow": 20 is not below 15. Swap them or choose a shorter fast window.',
  },
  NOT_ALLOWED: {
    ...ONE,
    ...{ path: '/timeframe', allowed: TIMEFRAMES },
    message: `"7m" is not a timeframe. Did you mean "1m"? It takes ${TIMEFRAMES.join(', ')}.`,
  },
  ALIAS_CONFLICT: {
    ...ONE,
    path: '/strategy/params/short_window',
    message: '"fast" and "short_window" are the same parameter; give one of them.',
  },
  UNKNOWN_INDICATOR: {
    ...ONE,
    path: '/indicators/0/name',
    message: 'there is no indicator "smma". Did you mean "sma"? The catalogue lists all 51.',
  },
  UNKNOWN_STRATEGY: {
    ...ONE,
    ...{ path: '/strategy/name', allowed: STRATEGIES },
    message: `there is no strategy "dual_smaa". Did you mean "dual_sma"? It takes ${STRATEGIES.join(', ')}.`,
  },
  UNKNOWN_RISK_MODEL: {
    ...ONE,
    ...{ path: '/risk/model', allowed: ['fixed_fraction', 'kelly_fraction', 'volatility_target'] },
    message: 'there is no risk model "kelly". It takes fixed_fraction, kelly_fraction, volatility_target.',
  },
  UNKNOWN_SLIPPAGE_MODEL: {
    ...ONE,
    ...{ path: '/execution/slippage_model/model', allowed: ['none', 'participation_rate', 'spread_pct', 'sqrt_impact'] },
    message: 'there is no slippage model "spread". It takes none, participation_rate, spread_pct, sqrt_impact.',
  },
  UNKNOWN_METHOD: {
    ...ONE,
    ...{ path: '/validation/permutations', allowed: METHODS },
    message: `there is no validation method "permutations". Did you mean "permutation"? It takes ${METHODS.join(', ')}.`,
  },
  BAD_EXPRESSION: { ...ONE, path: '/strategy/params/enter', message: 'column 12: expected a value, found ")".' },
  DATE_ORDER: { ...ONE, path: '/end', message: 'end ("2024-01-02") must come after start ("2024-02-01"); the span is [start, end).' },
  NOT_IMPLEMENTED: { ...ONE, path: '/validation/overfitting', message: 'overfitting is not implemented yet; leave it out.' },
  TOO_FEW_BARS: {
    path: '/end',
    message:
      'TEST 1m has 5 bars from 2024-01-01T00:00:00.000Z to 2024-01-01T00:05:00.000Z, and dual_sma needs at least 16 (its warm-up of 14 + 2). Widen the span or shorten the windows.',
  },
  TIMEFRAME_TOO_FINE: {
    path: '/timeframe',
    message: 'ABC is there as 1h, of which 1m bars cannot be made. Add finer data or ask for a coarser timeframe.',
  },
  DATA_NOT_FOUND: {
    path: '/symbol',
    message: 'There are no candles for NOPE. Add them by PUT /datasets/{symbol}, or use the built-in symbol TEST.',
  },
  DATA_INVALID: {
    ...{ path: '/lines/2/close', message: 'upload: line 2, column close: "x" is not a number.', instance: '/datasets/ABC' },
    detail: 'upload: line 2, column close: "x" is not a number. (and 1 more problem)',
  },
  LOOK_AHEAD: {
    path: '/strategy',
    message: 'strategy peeks: its decision at bar 24 changed when only later bars did. Decide from what is known at the close.',
  },
  STRATEGY_ERROR: { path: '/strategy', message: 'strategy mine threw an error: x is not defined' },
  LIMIT_EXCEEDED: {
    ...{ path: '/validation/permutation/trials', message: 'permutation asks for 200000 trials; this server takes 100000.' },
    detail: 'The run is too large for this server.',
  },
};

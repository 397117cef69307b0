import type { FeaturePreviewRequest, NormalizedRunConfig } from '@projecta/client';

type Indicator = FeaturePreviewRequest['indicators'][number];

/** The indicators that a run looks at, as far as its config names them: those it lists, and what its strategy is made of. */
export function strategyIndicators({ indicators, strategy }: Pick<NormalizedRunConfig, 'indicators' | 'strategy'>): Indicator[] {
  const params = strategy.params as Readonly<Record<string, number>>;
  const own = OWN[strategy.name]?.(params) ?? [];
  const all = [...own, ...(indicators as readonly Indicator[]).flatMap(parts)];
  return all.filter((one, i) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === i);
}

/** Two averages under one name are drawn as the averages they are. */
function parts(indicator: Indicator): Indicator[] {
  const { fast, slow, source } = (indicator.params ?? {}) as Readonly<Record<string, unknown>>;
  if (indicator.name !== 'dual_sma' || (source !== undefined && source !== 'close')) return [indicator];
  return [of('sma', { window: fast }), of('sma', { window: slow })];
}

const of = (name: string, params: Readonly<Record<string, unknown>>): Indicator => ({ name, params }) as Indicator;

const OWN: Readonly<Record<string, (params: Readonly<Record<string, number>>) => Indicator[]>> = {
  dual_sma: ({ fast, slow }) => [of('sma', { window: fast }), of('sma', { window: slow })],
  ema_cross: ({ fast, slow }) => [of('ema', { window: fast }), of('ema', { window: slow })],
  macd: ({ fast, slow, signal }) => [of('macd', { fast, slow, signal })],
  rsi_reversion: ({ window }) => [of('rsi', { window })],
  bollinger_reversion: ({ window, k }) => [of('bollinger', { window, k })],
  donchian_breakout: ({ entry }) => [of('donchian', { window: entry })],
  momentum: ({ lookback }) => [of('momentum', { window: lookback })],
};

/** The parts of a small picture of prices, as paths of an SVG of a given size: time to the right, price upwards. */
export interface PricePicture {
  readonly line: string;
  /** Between the lows and the highs. */
  readonly band: string;
  readonly lowest: number;
  readonly highest: number;
}

interface Prices {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly close: readonly number[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Draws closes as a line, lows to highs as a band; undefined where there is nothing to draw. */
export function pricePicture({ low, high, close }: Prices, { width, height }: Size): PricePicture | undefined {
  if (close.length === 0) return undefined;
  const lowest = Math.min(...low);
  const highest = Math.max(...high);
  const spread = highest - lowest || 1;
  const x = (t: number): string => ((t / Math.max(close.length - 1, 1)) * width).toFixed(1);
  const y = (price: number): string => (height - ((price - lowest) / spread) * height).toFixed(1);
  const points = (prices: readonly number[]): string[] => prices.map((price, t) => `${x(t)} ${y(price)}`);
  const line = `M${points(close).join('L')}${close.length === 1 ? `H${width}` : ''}`;
  return { line, band: `M${[...points(high), ...points(low).reverse()].join('L')}Z`, lowest, highest };
}

import { html, type Markup } from '../html.js';
import { barPercent, linePath } from '../scales/path-data.js';
import { rangeOf } from '../scales/range-of.js';
import { linearScale, paddedRange } from '../scales/value-scale.js';
import { pixelY, plot } from './plot.js';

interface Profile {
  readonly label: string;
  /** Along the axis, each with its objective; NaN for one without. */
  readonly labels: readonly string[];
  readonly values: Float64Array;
  readonly best: number;
  /** Places that belong to the plateau. */
  readonly plateau: ReadonlySet<number>;
  readonly formatTick: (value: number, step: number) => string;
  readonly height?: number;
}

/** Above this many values, places are not dotted. */
const MOST_DOTS = 120;

/** An objective along one axis: a line through its values, the plateau shaded, the best marked. */
export function profileChart({ label, labels, values, best, plateau, formatTick, height = 220 }: Profile): Markup {
  const count = labels.length;
  const { low, high } = rangeOf(values);
  const scale = linearScale({ ...paddedRange(low, high, 0.08), height });
  const known = Uint32Array.from([...values.keys()].filter((t) => !Number.isNaN(values[t]!)));
  const shade = [...plateau].map(
    (t) => html`<rect class="plateau" x="${((t / count) * 100).toFixed(3)}%" width="${(100 / count).toFixed(3)}%" height="${height}" />`,
  );
  const dots = known.length > MOST_DOTS ? [] : known;
  const circles = Array.from(
    dots,
    (t) => html`<circle class="dot" cx="${barPercent(t, count)}" cy="${pixelY(scale, values[t]!)}" r="3" />`,
  );
  const top = html`<circle class="best" cx="${barPercent(best, count)}" cy="${pixelY(scale, values[best]!)}" r="6" />`;
  const ticks = (most: number) => {
    const every = Math.ceil(count / most);
    return labels.flatMap((text, t) => (t % every === 0 ? [{ t, label: text }] : []));
  };
  return plot({
    label,
    scale,
    formatTick: (value) => formatTick(value, scale.step),
    inks: [{ className: 'equity', data: linePath(values, known, scale) }],
    dates: { bars: count, wide: ticks(16), narrow: ticks(6) },
    marks: html`${shade}${circles}${top}`,
  });
}

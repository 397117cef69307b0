import { html, type Markup } from '../html.js';
import { CLASSES, type ColourClasses } from '../statistics/colour-classes.js';
import type { SweepView } from './sweep-view.js';

/** What a scale of colours stands for. */
interface Scaled extends Pick<SweepView, 'valueText'> {
  readonly result: Pick<SweepView['result'], 'lower_is_better'>;
}

/** The scale of colours with its ends, and the signs of a map. */
export function mapLegend({ valueText, result }: Scaled, { poor, good }: ColourClasses): Markup {
  const swatches = Array.from({ length: CLASSES }, (_, i) => html`<i class="h${i + 1}"></i>`);
  const open = result.lower_is_better ? 'or more' : 'or less';
  return html`<span class="ramp">${valueText(poor)} ${open} ${swatches} ${valueText(good)}</span
    ><span class="key"><i class="sign best"></i>the best</span>`;
}

/** What else a heat map shows, and where its script tells the cell that is pointed at. */
export function cellLegend(): Markup {
  return html`<span class="key"><i class="area outlined"></i>the plateau</span
    ><span class="key"><i class="area nothing"></i>skipped or without a value</span><output class="when"></output>`;
}

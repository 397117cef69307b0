import { CHART_STYLE } from './chart-style.js';
import { FIGURE_STYLE } from './figure-style.js';
import { MAP_STYLE } from './map-style.js';
import { MEDIA_STYLE } from './media-style.js';
import { PAGE_STYLE } from './page-style.js';
import { TABLE_STYLE } from './table-style.js';
import { PAGE_TOKENS } from './tokens.js';

/** Everything but the colours, for parts of a report in another page; narrow pages and paper last. */
export const PART_STYLE = PAGE_STYLE + FIGURE_STYLE + CHART_STYLE + TABLE_STYLE + MAP_STYLE + MEDIA_STYLE;

/** The page's style sheet. */
export const REPORT_STYLE = PAGE_TOKENS + PART_STYLE;

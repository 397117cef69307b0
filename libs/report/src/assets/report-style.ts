import { CHART_STYLE } from './chart-style.js';
import { FIGURE_STYLE } from './figure-style.js';
import { MEDIA_STYLE } from './media-style.js';
import { PAGE_STYLE } from './page-style.js';
import { TABLE_STYLE } from './table-style.js';
import { PAGE_TOKENS } from './tokens.js';

/** The page's style sheet, narrow pages and paper last. */
export const REPORT_STYLE = PAGE_TOKENS + PAGE_STYLE + FIGURE_STYLE + CHART_STYLE + TABLE_STYLE + MEDIA_STYLE;

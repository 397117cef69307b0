export { renderReport, type ReportOptions } from './render-report.js';
export { renderEquitySvg } from './render-equity-svg.js';

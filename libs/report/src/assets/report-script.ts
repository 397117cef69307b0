import { CROSSHAIR_SCRIPT } from './crosshair-script.js';
import { TRADE_TABLE_SCRIPT } from './trade-table-script.js';

/** `report.html#dark` and `#light` open in that theme. */
export const THEME_SCRIPT = `
(function () {
  var chosen = document.getElementById('theme-' + location.hash.slice(1));
  if (chosen) chosen.checked = true;
})();
`;

/** A heat map's cell says its period and value when it is pointed at. */
const HEAT_MAP_SCRIPT = `
document.querySelectorAll('table.heat').forEach(function (table) {
  var names = table.tHead.rows[0].cells;
  Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
    Array.prototype.forEach.call(row.cells, function (cell, i) {
      if (i > 0 && cell.textContent) cell.title = row.cells[0].textContent + ' ' + names[i].textContent + ': ' + cell.textContent;
    });
  });
});
`;

/** What the page does beyond being read; it is whole without. */
export const REPORT_SCRIPT = `'use strict';${THEME_SCRIPT}${HEAT_MAP_SCRIPT}${CROSSHAIR_SCRIPT}${TRADE_TABLE_SCRIPT}`;

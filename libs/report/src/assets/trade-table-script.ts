/** Sorting, filtering and paging of the list of trades. Without it the list stands whole, in time order. */
export const TRADE_TABLE_SCRIPT = `
(function () {
  var table = document.querySelector('table.trades');
  if (!table) return;
  var body = table.tBodies[0], rows = Array.prototype.slice.call(body.rows), size = Number(table.dataset.page);
  var page = 0, filter = 'all', order = { column: 0, up: true };
  function text(row, column) { return row.cells[column].textContent; }
  function number(value) { return parseFloat(value.replace(/\\u2212/g, '-').replace(/[,+\\s\\u202f%]/g, '')); }
  function compare(a, b) {
    var x = text(a, order.column), y = text(b, order.column);
    if (!table.tHead.rows[0].cells[order.column].classList.contains('n')) return x < y ? -1 : x > y ? 1 : 0;
    var p = number(x), q = number(y);
    return isNaN(p) ? (isNaN(q) ? 0 : 1) : isNaN(q) ? -1 : p - q;
  }
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var net = heads.findIndex(function (head) { return head.textContent === 'Net P&L'; });
  var filters = {
    all: function () { return true; },
    won: function (row) { return number(text(row, net)) > 0; },
    lost: function (row) { return number(text(row, net)) < 0; },
    long: function (row) { return text(row, 1) === 'Long'; },
    short: function (row) { return text(row, 1) === 'Short'; }
  };
  var controls = document.createElement('div');
  controls.className = 'controls';
  controls.innerHTML = '<label>Show <select><option value="all">all</option><option value="won">gains</option><option value="lost">losses</option><option value="long">long</option><option value="short">short</option></select></label><div class="pages"><span aria-live="polite"></span><button type="button">Previous</button><button type="button">Next</button></div>';
  table.parentNode.parentNode.insertBefore(controls, table.parentNode);
  var status = controls.querySelector('span'), buttons = controls.querySelectorAll('button');
  function draw() {
    var kept = rows.filter(filters[filter]).sort(function (a, b) { return (order.up ? 1 : -1) * compare(a, b) || rows.indexOf(a) - rows.indexOf(b); });
    var pages = Math.max(1, Math.ceil(kept.length / size));
    page = Math.min(pages - 1, Math.max(0, page));
    rows.forEach(function (row) { row.style.display = 'none'; });
    kept.forEach(function (row, i) {
      body.appendChild(row);
      if (Math.floor(i / size) === page) row.style.display = '';
    });
    heads.forEach(function (head, i) {
      if (i === order.column) head.setAttribute('aria-sort', order.up ? 'ascending' : 'descending');
      else head.removeAttribute('aria-sort');
    });
    status.textContent = kept.length === 0 ? 'none' : page * size + 1 + '\\u2013' + Math.min(kept.length, (page + 1) * size) + ' of ' + kept.length;
    buttons[0].disabled = page === 0;
    buttons[1].disabled = page === pages - 1;
  }
  heads.forEach(function (head, i) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.textContent = '';
    head.appendChild(button);
    button.addEventListener('click', function () {
      order = { column: i, up: order.column === i ? !order.up : !head.classList.contains('n') || i === 0 };
      page = 0;
      draw();
    });
  });
  controls.querySelector('select').addEventListener('change', function (event) { filter = event.target.value; page = 0; draw(); });
  buttons[0].addEventListener('click', function () { page--; draw(); });
  buttons[1].addEventListener('click', function () { page++; draw(); });
  draw();
})();
`;

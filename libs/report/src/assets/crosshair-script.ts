/** A line over all charts of the bars and the values under it in their legends; arrow keys move it too. Without it the legends show the last bar. */
export const CROSSHAIR_SCRIPT = `
(function () {
  var data = JSON.parse(document.getElementById('bars').textContent);
  var columns = data.columns, count = columns.time.length;
  var frames = Array.prototype.slice.call(document.querySelectorAll('.bars .frame'));
  var outputs = Array.prototype.slice.call(document.querySelectorAll('output[data-column]'));
  var last = outputs.map(function (output) { return output.textContent; });
  var minus = '\\u2212';
  function fixed(value, decimals) {
    var digits = Math.abs(value).toFixed(decimals).split('.');
    digits[0] = digits[0].replace(/\\B(?=(\\d{3})+$)/g, ',');
    return (value < 0 ? minus : '') + digits.join('.');
  }
  function cash(value) { return fixed(value, Math.abs(value) >= 1e6 ? 0 : 2); }
  function percent(value) { return fixed(value * 100, 2) + '\\u202f%'; }
  function price(value) { return value === 0 ? '0' : fixed(value, Math.min(12, Math.max(0, 5 - Math.floor(Math.log10(Math.abs(value)) + 1e-9)))); }
  var formats = { time: String, close: price, equity: cash, hold: cash, drawdown: percent, exposure: percent };
  var lines = frames.map(function (frame) {
    var line = document.createElement('i');
    line.className = 'cross';
    frame.appendChild(line);
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', 'Chart: arrow keys move over the bars');
    return line;
  });
  var at = count - 1;
  function show(index) {
    at = Math.min(count - 1, Math.max(0, index));
    frames.forEach(function (frame, i) {
      var plot = frame.querySelector('.plot');
      var share = (at * data.every + 0.5) / data.bars;
      lines[i].style.cssText = 'display:block;height:' + plot.dataset.h + 'px;left:' + share * plot.getBoundingClientRect().width + 'px';
    });
    outputs.forEach(function (output) { output.textContent = formats[output.dataset.column](columns[output.dataset.column][at]); });
  }
  function hide() {
    lines.forEach(function (line) { line.style.display = 'none'; });
    outputs.forEach(function (output, i) { output.textContent = last[i]; });
    at = count - 1;
  }
  frames.forEach(function (frame) {
    function point(event) {
      var box = frame.querySelector('.plot').getBoundingClientRect();
      show(Math.round((((event.clientX - box.left) / box.width) * data.bars - 0.5) / data.every));
    }
    frame.addEventListener('pointermove', point);
    frame.addEventListener('pointerdown', point);
    frame.addEventListener('pointerleave', hide);
    frame.addEventListener('blur', hide);
    frame.addEventListener('keydown', function (event) {
      var step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20, Home: -count, End: count }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      show(at + step);
    });
  });
})();
`;

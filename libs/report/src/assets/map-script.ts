/** A cell of a heat map says its values in the legend when it is pointed at. */
export const MAP_SCRIPT = `
document.querySelectorAll('svg.map[data-values]').forEach(function (map) {
  var values = map.dataset.values.split(';');
  var names = map.dataset.names.split(';');
  var across = map.dataset.across.split(';');
  var up = map.dataset.up.split(';');
  var told = map.closest('figure').querySelector('output');
  map.addEventListener('pointermove', function (event) {
    var box = map.getBoundingClientRect();
    var column = Math.floor(((event.clientX - box.left) / box.width) * across.length);
    var row = up.length - 1 - Math.floor(((event.clientY - box.top) / Number(map.dataset.h)) * up.length);
    var inside = column >= 0 && column < across.length && row >= 0 && row < up.length;
    told.textContent = inside ? names[0] + ' ' + across[column] + ', ' + names[1] + ' ' + up[row] + ': ' + (values[row * across.length + column] || '\\u2014') : '';
  });
  map.addEventListener('pointerleave', function () { told.textContent = ''; });
});
`;

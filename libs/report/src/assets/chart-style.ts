/** How charts look, on the page and in a picture alone. Strokes keep their width however a path is stretched. */
export const CHART_STYLE = `
.plot{display:block;overflow:visible}
.ink,.open{overflow:visible}
.plot text{fill:var(--soft);font-size:11px;font-variant-numeric:tabular-nums}
.grid{stroke:var(--grid)}
.zero{stroke:var(--rule)}
.date{stroke:var(--grid)}
.narrow{display:none}
.ink path{fill:none;stroke-width:1.5px;stroke-linejoin:round;vector-effect:non-scaling-stroke}
.ink .equity{stroke:var(--blue);stroke-width:1.7px}
.ink .hold{stroke:var(--hold);stroke-width:1.2px}
.ink .price{stroke:var(--ink);stroke-width:1.1px}
.ink .under{fill:var(--orange-wash);stroke:none}
.ink .depth{stroke:var(--orange);stroke-width:1.1px}
.ink .went-long{fill:var(--blue);fill-opacity:.5;stroke:none}
.ink .went-short{fill:var(--orange);fill-opacity:.5;stroke:none}
.ink .wick{stroke:var(--soft);stroke-width:1px}
.ink .rose{fill:var(--paper);stroke:var(--blue);stroke-width:1px}
.ink .fell{fill:var(--orange);stroke:var(--orange);stroke-width:1px}
.ink .bar{fill:var(--bar);stroke:none}
.ink .above{fill:var(--blue);fill-opacity:.75}
.ink .below{fill:var(--orange);fill-opacity:.75}
.ink .expected{stroke:var(--soft);stroke-dasharray:4 3;stroke-width:1.2px}
.ink .overlay{stroke-width:1.1px}
.overlay-1{stroke:var(--o1)}.overlay-2{stroke:var(--o2)}.overlay-3{stroke:var(--o3)}.overlay-4{stroke:var(--o4)}
line.observed{stroke:var(--ink);stroke-width:2}
.plot text.observed{fill:var(--ink);font-weight:600;font-size:12px}
line.bound{stroke:var(--soft);stroke-dasharray:3 3}
.marks{stroke:var(--paper);stroke-width:1}
.marks .long{fill:var(--blue)}
.marks .short{fill:var(--orange)}
.marks .won{fill:var(--paper);stroke:var(--blue);stroke-width:1.6}
.marks .lost{fill:none;stroke:var(--orange);stroke-width:1.8}
.cut{stroke:var(--blue);stroke-width:1.5}
.track{fill:var(--grid)}
`;

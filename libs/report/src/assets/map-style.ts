/** Heat maps, scatter plots and profiles of sweeps; folds of a walk-forward. */
export const MAP_STYLE = `
.cells path{shape-rendering:crispEdges}
.h1{fill:var(--h1)}.h2{fill:var(--h2)}.h3{fill:var(--h3)}.h4{fill:var(--h4)}.h5{fill:var(--h5)}.h6{fill:var(--h6)}.h7{fill:var(--h7)}.h8{fill:var(--h8)}.h9{fill:var(--h9)}
.cells .halo,.cells .plateau{fill:none;vector-effect:non-scaling-stroke;stroke-linecap:square}
.cells .halo{stroke:var(--paper);stroke-width:5px}
.cells .plateau{stroke:var(--orange);stroke-width:2.5px}
.nothing{fill:none;stroke:var(--rule)}
.map .written text{text-anchor:middle;font-size:11.5px}
.map .written .off{fill:var(--ink)}
.map .written .on{fill:var(--paper)}
.plot .best{fill:var(--orange);stroke:var(--paper);stroke-width:2px}
.plot .axis{fill:var(--ink);font-size:12px}
.plot .dot{fill:var(--paper);stroke:var(--blue);stroke-width:1.6px}
.plot rect.plateau{fill:var(--orange-wash)}
.ink .dots{fill:none;stroke-width:8px;stroke-linecap:round}
.dots.h1{stroke:var(--h1)}.dots.h2{stroke:var(--h2)}.dots.h3{stroke:var(--h3)}.dots.h4{stroke:var(--h4)}.dots.h5{stroke:var(--h5)}.dots.h6{stroke:var(--h6)}.dots.h7{stroke:var(--h7)}.dots.h8{stroke:var(--h8)}.dots.h9{stroke:var(--h9)}
.folds .train,.key .train{fill:var(--hold);background:var(--hold);border-color:transparent;opacity:.55}
.folds .test,.key .test{fill:var(--blue);background:var(--blue);border-color:transparent}
.ramp{white-space:nowrap}
.ramp i{display:inline-block;width:15px;height:11px;vertical-align:-1px}
.ramp .h1{background:var(--h1);margin-left:5px}.ramp .h2{background:var(--h2)}.ramp .h3{background:var(--h3)}.ramp .h4{background:var(--h4)}.ramp .h5{background:var(--h5)}.ramp .h6{background:var(--h6)}.ramp .h7{background:var(--h7)}.ramp .h8{background:var(--h8)}.ramp .h9{background:var(--h9);margin-right:5px}
.key .best::before{content:"\\25CF";color:var(--orange)}
.key .area.outlined{border:2px solid var(--orange)}
.key .area.shaded{background:var(--orange-wash);border-color:transparent}
.key .area.nothing{display:inline-block;border-color:var(--rule)}
.words{white-space:normal;min-width:180px}
`;

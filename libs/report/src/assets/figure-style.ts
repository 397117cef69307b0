/** Figures, legends and the crosshair. */
export const FIGURE_STYLE = `
figure{margin:26px 0 0}
figcaption{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:2px 24px;margin-bottom:12px}
.legend{display:flex;flex-wrap:wrap;gap:2px 18px;margin:0;font-size:13px;color:var(--soft)}
.legend output{color:var(--ink);font-weight:600}
.legend .when{font-weight:400;color:var(--soft);min-width:5.5em;text-align:right}
.key i{display:inline-block;width:18px;height:0;margin-right:7px;vertical-align:middle;border-top:2px solid var(--soft)}
.key .none{display:none}
.key .equity{border-color:var(--blue)}
.key .hold{border-color:var(--hold)}
.key .price{border-color:var(--ink)}
.key .overlay-1{border-color:var(--o1)}.key .overlay-2{border-color:var(--o2)}.key .overlay-3{border-color:var(--o3)}.key .overlay-4{border-color:var(--o4)}
.key .expected{border-top-style:dashed}
.key .area,.key .box{width:11px;height:11px;border:1px solid;margin-top:-2px}
.key .under{background:var(--orange-wash);border-color:var(--orange)}
.key .went-short{background:var(--orange);border:0;opacity:.6}
.key .went-long{background:var(--blue);border:0;opacity:.6}
.key .rose{border-color:var(--blue)}
.key .fell,.key .below{background:var(--orange);border-color:var(--orange)}
.key .above{background:var(--blue);border-color:var(--blue)}
.key .sign{border:0;width:auto;height:auto;margin:0 5px 0 0;vertical-align:baseline;font-style:normal;font-size:12px}
.key .long::before{content:"\\25B2";color:var(--blue)}
.key .short::before{content:"\\25BC";color:var(--orange)}
.key .won::before{content:"\\25CB";color:var(--blue);font-weight:700}
.key .lost::before{content:"\\2715";color:var(--orange);font-weight:700}
.frame{position:relative;padding-right:68px}
.flush{padding-right:0}
.note{font-size:13px;color:var(--soft);margin:8px 0 0;max-width:90ch}
.cross{position:absolute;top:0;width:1px;background:var(--ink);opacity:.55;pointer-events:none;display:none}
.bars .frame{touch-action:pan-y;cursor:crosshair}
.bars .frame:focus-visible{outline-offset:6px}
`;

/** Tables: rules between rows, numbers to the right; the heat map, the waterfall and the list of metrics. */
export const TABLE_STYLE = `
.scroll{overflow-x:auto;margin-top:22px}
table{border-collapse:collapse;font-size:13.5px;width:100%}
caption{max-width:calc(100vw - 32px);text-align:left;color:var(--soft);font-size:13px;padding-bottom:8px;text-wrap:pretty}
caption strong{color:var(--ink);font-size:15.5px;font-weight:650;margin-right:8px}
th,td{padding:5px 10px 5px 0;text-align:left;font-weight:400;border-bottom:1px solid var(--grid);vertical-align:baseline;white-space:nowrap}
thead th{color:var(--soft);font-size:12.5px;border-color:var(--rule);vertical-align:bottom}
.n{text-align:right;padding:5px 6px 5px 12px}
.n+:not(.n){padding-left:24px}
tbody tr:hover{background:var(--raise)}
th code{display:block;color:var(--soft);font-size:11.5px}
small{display:block;color:var(--soft);font-size:12px}
.figures small{display:inline}
.facts{width:auto;min-width:50%}
.facts th{color:var(--soft);padding-right:28px}
.facts th code{display:inline;font-size:12.5px}
.facts td{overflow-wrap:anywhere;white-space:normal}
.heat{table-layout:fixed;border-collapse:separate;border-spacing:2px;min-width:100%}
.heat th,.heat td{border:0;padding:4px 2px;text-align:center;font-size:12.5px}
.heat th:first-child{text-align:left;width:48px;color:var(--soft)}
.heat.hours th,.heat.hours td{font-size:11px}
.heat.hours{min-width:900px}
.heat .n+:not(.n){padding-left:24px}
tbody tr:hover{background:none}
.heat td{border-radius:3px}
.heat .sum{font-weight:600}
.heat .sum+.sum{font-weight:400;color:var(--soft)}
.heat .z{background:var(--raise);color:var(--soft)}
.p1,.tints .p1{background:var(--p1)}.p2{background:var(--p2)}.p3{background:var(--p3)}.p4{background:var(--p4);color:var(--on-4)}.p5{background:var(--p5);color:var(--on-5)}
.m1{background:var(--m1)}.m2{background:var(--m2)}.m3{background:var(--m3)}.m4{background:var(--m4);color:var(--on-4)}.m5{background:var(--m5);color:var(--on-5)}
.tints{display:flex;gap:2px;align-items:center;font-size:12px;color:var(--soft);margin:8px 0 0}
.tints i{width:22px;height:11px;border-radius:2px}
.tints span{white-space:nowrap}
.tints span:first-child{margin-right:6px}
.tints span:last-child{margin-left:6px}
.waterfall{table-layout:fixed}
.waterfall th,.waterfall td{vertical-align:middle;padding-top:0;padding-bottom:0;height:44px;white-space:normal}
.waterfall thead th{height:auto;padding-bottom:6px}
.waterfall th:first-child{width:34%}
.waterfall .n{width:13%}
.waterfall th.n:nth-child(3),.waterfall td:nth-child(3){width:9%}
.waterfall td.fall{padding:0 0 0 24px}
.waterfall svg{display:block;overflow:visible}
.waterfall .total th,.waterfall .total .n{font-weight:650}
.waterfall small{font-weight:400;line-height:1.3}
.waterfall rect.total{fill:var(--bar)}.waterfall rect.took{fill:var(--orange)}.waterfall rect.gave{fill:var(--blue)}
.waterfall line.total,.waterfall line.took,.waterfall line.gave{stroke:var(--soft);stroke-width:2}
.waterfall .link{stroke:var(--soft);stroke-dasharray:2 2}
.metrics{margin-top:18px}
.metrics td:last-child{white-space:normal;padding-left:32px}
.metrics th[scope=row]{white-space:normal;width:27%}
.metrics .n{width:18%}
.metrics em{display:block}
.metrics .family th{padding-top:22px;font-weight:650;font-size:14.5px;border-color:var(--rule)}
.metrics .family:hover{background:none}
.is-long::before{content:"\\25B2";color:var(--blue);font-size:10px;margin-right:6px}
.is-short::before{content:"\\25BC";color:var(--orange);font-size:10px;margin-right:6px}
th button{all:unset;cursor:pointer;color:inherit}
th button:focus-visible{outline:2px solid var(--blue)}
th button::after{content:"";display:inline-block;width:.9em;font-size:10px}
th.n button::after{width:0}
th[aria-sort=ascending] button::after{content:"\\2191";width:auto;padding-left:3px}
th[aria-sort=descending] button::after{content:"\\2193";width:auto;padding-left:3px}
.controls{display:flex;flex-wrap:wrap;gap:8px 18px;align-items:center;font-size:13px;color:var(--soft);margin-top:18px}
.controls+.scroll{margin-top:8px}
.controls select,.controls button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--rule);border-radius:6px;padding:3px 10px}
.controls button:disabled{color:var(--soft);opacity:.6}
.controls .pages{margin-left:auto;display:flex;gap:8px;align-items:center}
`;

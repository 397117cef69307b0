/** Narrow pages, paper, and readers who want stillness. */
export const MEDIA_STYLE = `
@media (max-width:840px){.heat.months td{font-size:11px;letter-spacing:-.02em}}
@media (max-width:1060px){.tiles{grid-template-columns:repeat(3,1fr)}.tile:nth-child(n){border-radius:0}.tile:nth-child(1){border-radius:9px 0 0 0}.tile:nth-child(3){border-radius:0 9px 0 0}.tile:nth-child(4){border-radius:0 0 0 9px}.tile:nth-child(6){border-radius:0 0 9px 0}.tile:nth-child(n) .tip{left:-1px;right:auto}.tile:nth-child(3n) .tip{left:auto;right:-1px}}
@media (max-width:640px){
.page{padding:0 16px 48px}
nav{margin:20px -16px 0;padding:0 16px}
nav ul{gap:18px}
h1{font-size:27px}
h2{font-size:20px}
.sentence{font-size:16.5px}
.tiles{grid-template-columns:repeat(2,1fr)}
.tile:nth-child(n){border-radius:0}.tile:nth-child(1){border-radius:9px 0 0 0}.tile:nth-child(2){border-radius:0 9px 0 0}.tile:nth-child(5){border-radius:0 0 0 9px}.tile:nth-child(6){border-radius:0 0 9px 0}
.tile:nth-child(n) .tip{left:-1px;right:auto;width:min(250px,80vw)}.tile:nth-child(2n) .tip{left:auto;right:-1px}
.tile b{font-size:clamp(14px,4.5vw,18px)}
.warnings li,.verdicts article{grid-template-columns:1fr}
.wide{display:none}
.narrow{display:inline}
.frame{padding-right:56px}
.flush{padding-right:0}
.legend{gap:2px 14px}
.marks use{stroke-width:.8}
.heat{border-spacing:1px}
.heat.months th,.heat.months td{font-size:10.5px;padding:4px 0;letter-spacing:-.03em}
.heat.months th:first-child{width:31px}
.heat.months td[data-r]{font-size:0}
.heat.months td[data-r]::before{content:attr(data-r);font-size:10.5px}
.heat.months .long[data-r]::before{font-size:9px}
.heat.months thead th{font-size:clamp(7px,2.3vw,9px)}
.heat.months thead .sum{font-weight:400;font-size:8px}
.heat.months .sum{width:26px}
#long,#short,#won,#lost{transform:scale(.65)}
.waterfall th:first-child{width:34%}
.waterfall .n{width:26%;padding-left:4px}
.waterfall th.n:nth-child(3),.waterfall td:nth-child(3){display:none}
.waterfall td.fall{padding-left:12px}
.waterfall small{display:none}
.metrics thead{display:none}
.metrics,.metrics tbody{display:block}
.metrics tr{display:grid;grid-template-columns:1fr auto;border-bottom:1px solid var(--grid);padding:6px 0}
.metrics th,.metrics td,.metrics th[scope=row],.metrics .n{border:0;padding:0;width:auto}
.metrics td:last-child{grid-column:1/-1;padding:3px 0 0;font-size:13px;overflow-wrap:anywhere}
.metrics .family{display:block;border-color:var(--rule)}
.facts{width:100%}
.facts th,.facts td{display:block;border:0;padding:0}
.facts tr{display:block;border-bottom:1px solid var(--grid);padding:5px 0}
}
@media (max-width:360px){.heat.months th,.heat.months td[data-r]::before{font-size:8.5px}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{
body{font-size:10.5pt}
.page{max-width:none;padding:0}
nav,.themes,.skip,.controls,.cross{display:none!important}
section{padding-top:22px}
figure,.tiles,.method,.verdicts article,tr{break-inside:avoid}
h2,h3,caption{break-after:avoid}
.scroll{overflow:visible}
.trades{font-size:7.5pt}
.trades th,.trades td{padding:2px 4px 2px 0}
.trades tbody tr{display:table-row!important}
details::details-content{content-visibility:visible;block-size:auto}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

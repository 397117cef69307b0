/** Type, space and the parts of the page above the charts. One scale of sizes, one column of text. */
export const PAGE_STYLE = `
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
.page{max-width:1136px;margin:0 auto;padding:0 28px 64px}
.skip{position:absolute;left:-999px}
.skip:focus{left:12px;top:12px;background:var(--paper);padding:6px 10px;z-index:9}
.symbols{position:absolute}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
a{color:var(--blue)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
:focus-visible{outline:2px solid var(--blue);outline-offset:2px;border-radius:3px}
h1,h2,h3{line-height:1.25;margin:0;font-weight:650;text-wrap:balance}
h1{font-size:34px;letter-spacing:-.015em;overflow-wrap:anywhere}
h1 span{font-weight:400;color:var(--soft)}
h2{font-size:23px;letter-spacing:-.01em}
h3{font-size:15.5px}
header{padding-top:26px}
.top{display:flex;justify-content:space-between;align-items:center;gap:16px;margin-bottom:18px}
.eyebrow{margin:0;font-size:12px;letter-spacing:.09em;text-transform:uppercase;color:var(--soft)}
.themes{display:flex;border:1px solid var(--rule);border-radius:7px;margin:0;padding:2px;min-width:0}
.themes input{position:absolute;opacity:0;width:1px;height:1px}
.themes label{padding:2px 10px;border-radius:5px;font-size:12.5px;color:var(--soft);cursor:pointer}
.themes input:checked+label{background:var(--raise);color:var(--ink);font-weight:600}
.themes input:focus-visible+label{outline:2px solid var(--blue)}
.what,.span{margin:4px 0 0;overflow-wrap:anywhere}
.span{color:var(--soft);font-size:13.5px}
.sentence{font-size:18.5px;line-height:1.5;max-width:70ch;margin:18px 0 14px;text-wrap:pretty}
.badges{list-style:none;display:flex;flex-wrap:wrap;gap:8px;margin:0 0 22px;padding:0}
.badges a{display:block;border:1px solid var(--rule);border-radius:99px;padding:2px 12px;font-size:13px;color:var(--ink);text-decoration:none}
.badges a:hover{border-color:var(--soft)}
.badges a::before{content:"";display:inline-block;width:8px;height:8px;margin-right:7px;border-radius:50%;background:var(--soft)}
.badges .good a::before{background:var(--good)}
.badges .warn a::before{background:none;border-radius:0;width:0;height:0;border:5px solid transparent;border-bottom:9px solid var(--warn);border-top:0}
.tiles{display:grid;grid-template-columns:repeat(6,1fr);gap:1px;margin:0;background:var(--rule);border:1px solid var(--rule);border-radius:10px}
.tile{position:relative;background:var(--paper);padding:13px 14px 12px;min-width:0}
.tile:first-child{border-radius:9px 0 0 9px}
.tile:last-child{border-radius:0 9px 9px 0}
.tile dt{font-size:12.5px;color:var(--soft)}
.tile dd{margin:0}
.tile b{display:block;font-size:19px;font-weight:650;letter-spacing:-.015em;line-height:1.5;overflow-wrap:anywhere}
.tile dd>span{display:block;overflow-wrap:anywhere;font-size:12.5px;color:var(--soft);line-height:1.4}
.tile .tip{display:none;position:absolute;z-index:5;left:-1px;top:calc(100% + 6px);width:290px;padding:8px 12px 10px;background:var(--ink);color:var(--paper);border-radius:7px;font-size:13px}
.tip>span{display:block;margin-top:3px}
.tip strong,.tip small{display:block}
.tip small{color:inherit;font-size:12px}
.tile:nth-child(n+4) .tip{left:auto;right:-1px}
.tile:hover .tip,.tile:focus .tip{display:block}
.gain{color:var(--blue)}
.loss{color:var(--orange)}
nav{position:sticky;top:0;z-index:4;background:var(--paper);border-bottom:1px solid var(--rule);margin:24px -28px 0;padding:0 28px}
nav ul{display:flex;gap:22px;list-style:none;margin:0;padding:0;overflow-x:auto;scrollbar-width:none}
nav a{display:block;padding:10px 0;font-size:14px;color:var(--soft);text-decoration:none;white-space:nowrap}
nav a:hover{color:var(--ink)}
section{padding-top:44px;scroll-margin-top:10px}
.lead{color:var(--soft);max-width:76ch;margin:6px 0 0;text-wrap:pretty}
.none{color:var(--soft);margin:14px 0 0}
.card,.method{margin-top:20px}
.card{border-left:3px solid var(--rule);padding-left:16px}
.card table{width:auto;min-width:min(440px,100%)}
.card .scroll{margin-top:8px}
.card p,.method p{max-width:76ch;margin:6px 0}
.method+.method{border-top:1px solid var(--rule);padding-top:24px;margin-top:30px}
.warnings{list-style:none;margin:14px 0 0;padding:0;border-left:3px solid var(--warn)}
.warnings li{display:grid;grid-template-columns:200px 1fr;gap:2px 16px;padding:5px 0 5px 16px}
.warnings code{color:var(--warn);font-weight:600;padding-top:2px}
.verdict{font-size:16.5px}
.verdicts{margin-top:18px;border-top:1px solid var(--rule)}
.verdicts article{display:grid;grid-template-columns:260px 1fr;gap:4px 32px;padding:18px 0;border-bottom:1px solid var(--grid)}
.verdicts p{margin:6px 0 0;max-width:76ch;font-size:14px;color:var(--soft);text-wrap:pretty}
.verdicts h3 a{color:inherit;text-decoration-color:var(--rule);text-underline-offset:3px}
.verdicts .answer{margin:0;font-size:16px;line-height:1.5;color:var(--ink)}
.verdicts strong{font-weight:600;color:var(--ink)}
.figures{display:flex;flex-wrap:wrap;gap:10px 44px;margin:14px 0}
.figures dt{font-size:12.5px;color:var(--soft)}
.figures dd{margin:0;font-size:20px;font-weight:650}
.figures small{font-weight:400;font-size:15px;color:var(--soft)}
details{margin-top:14px}
summary{cursor:pointer;color:var(--blue);font-size:14px;width:fit-content}
pre{background:var(--raise);padding:14px 16px;border-radius:8px;overflow:auto;font-size:12.5px;line-height:1.5}
.proof{padding-left:22px;max-width:78ch}
.proof li{margin:6px 0}
.command{background:var(--raise);padding:2px 7px;border-radius:5px;user-select:all;white-space:nowrap}
#provenance h3{margin-top:22px}
footer{margin-top:56px;border-top:1px solid var(--rule);color:var(--soft);font-size:13px}
`;

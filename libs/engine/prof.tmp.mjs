import { testCandles } from '@projecta/candles';
import { runBacktest, backtestMemory } from '/work/main/libs/engine/dist/index.js';
const N=2500, S=Date.UTC(2022,0,1);
const candles=testCandles('1m',S,S+N*60000);
const config={symbol:'TEST',timeframe:'1m',start:S,end:S+N*60000,strategy:{name:'dual_sma',params:{fast:10,slow:50}},validation:{permutation:{trials:5000}}};
const memory=backtestMemory();
for(let i=0;i<3;i++){ const t=performance.now(); await runBacktest({config,candles,memory}); console.log(((performance.now()-t)*1e6/5000/N).toFixed(1)); }

import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { renderEquitySvg, renderReport } from '../index.js';
import { fakeCandles } from '../testing/fake-candles.js';
import { run } from '../testing/run.js';

for (const bars of [5000, 1_000_000]) {
  const candles = fakeCandles({ bars, stepMs: 60_000, start: 0, volatility: 0.001, drift: 0 });
  const result = await run(candles, { timeframe: '1m' });
  printBench(
    `report, ${bars} bars, ${result.trades.length} trades, ${renderReport(result).length} characters`,
    benchRatios(
      [
        { name: 'plainSum', run: () => plainSum(candles.close), per: bars },
        { name: 'renderReport', run: () => renderReport(result), per: bars },
        { name: 'renderEquitySvg', run: () => renderEquitySvg(result), per: bars },
      ],
      { rounds: 5 },
    ),
  );
}

import { benchRatios, printBench } from '@projecta/testing';
import { canonicalJson, float64LittleEndian, parseJson, sha256Hex, utf8 } from '../index.js';

// Reading and writing JSON against the engine's own, which checks nothing; SHA-256 in plain TypeScript (the Node door is some ten times faster).
const config = {
  symbol: 'TEST',
  timeframe: '1m',
  strategy: { name: 'dual_sma', params: { fast: 5, slow: 15 } },
  risk: { model: 'fixed_fraction', params: { fraction: 0.1 } },
  list: Array.from({ length: 200 }, (_, i) => ({ t: i, price: 100 + i / 7, note: `bar ${i}` })),
};
const text = JSON.stringify(config);
const column = Float64Array.from({ length: 100_000 }, (_, i) => i / 7);

printBench(
  `JSON of ${text.length} characters, a character`,
  benchRatios([
    { name: 'JSON.parse', run: () => JSON.parse(text) as unknown, per: text.length },
    { name: 'parseJson', run: () => parseJson(text), per: text.length },
    { name: 'JSON.stringify', run: () => JSON.stringify(config), per: text.length },
    { name: 'canonicalJson', run: () => canonicalJson(config), per: text.length },
    { name: 'utf8', run: () => utf8(text), per: text.length },
  ]),
);
printBench('SHA-256, a byte', benchRatios([{ name: 'pure', run: () => sha256Hex(float64LittleEndian(column)), per: column.byteLength }]));

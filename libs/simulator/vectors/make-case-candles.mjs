// Writes case-candles.json: the candles of libs/engine/vectors/cases/*/data.csv as columns. Run: node libs/simulator/vectors/make-case-candles.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const cases = new URL('../../engine/vectors/cases/', import.meta.url);
const columnsOf = (csv) => {
  const [header, ...lines] = csv.trim().split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  return Object.fromEntries(header.split(',').map((name, i) => [name, rows.map((row) => row[i])]));
};
const names = readdirSync(cases).sort();
const lines = names.map(
  (name) => `${JSON.stringify(name)}: ${JSON.stringify(columnsOf(readFileSync(new URL(`${name}/data.csv`, cases), 'utf8')))}`,
);
writeFileSync(new URL('case-candles.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);

// node libs/artifacts/vectors/write-tables.js FOLDER: writes the odd tables in every format, from the built library, for check_tables.py.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTable, parquetBytes } from '../dist/index.js';
import { oddTable } from '../dist/testing/odd-table.js';

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
for (const rows of [0, 1, 2000, 20_000, 150_000]) {
  const table = oddTable(rows);
  writeFileSync(join(folder, `odd-${rows}.parquet`), parquetBytes(table));
  for (const format of ['csv', 'json', 'arrow']) writeFileSync(join(folder, `odd-${rows}.${format}`), formatTable(table, format));
}

import { differingValues, type Table, type TableColumn, tableFromParquet } from '@projecta/artifacts';
import { formatNumber } from '@projecta/report';
import { counted } from '../design/number-words.js';

interface Both {
  readonly computed: Uint8Array;
  readonly served: Uint8Array;
}

/** Where two versions of a file differ first, in words: a row and column of a table, a place in JSON, else a line. */
export async function firstDifference(name: string, both: Both): Promise<string> {
  try {
    if (name.endsWith('.parquet')) return tableDifference(await tableFromParquet(both.computed), await tableFromParquet(both.served));
    if (name.endsWith('.json')) return jsonDifference(both);
  } catch {
    return byteDifference(both); // what cannot be read as what it should be
  }
  return lineDifference(both);
}

function tableDifference(computed: Table, served: Table): string {
  if (computed.rows !== served.rows)
    return `The computed table has ${counted(computed.rows, 'row')}, the served one ${formatNumber(served.rows, 0)}.`;
  for (let row = 0; row < computed.rows; row++) {
    for (const column of computed.columns) {
      const other = served.columns.find(({ name }) => name === column.name);
      if (!other) return `The served table has no column ${column.name}.`;
      const [here, there] = [valueAt(column, row), valueAt(other, row)];
      if (!Object.is(here, there))
        return `First in row ${row}${timeAt(computed, row)}: ${column.name} is ${here} as computed, ${there} as served.`;
    }
  }
  return 'Every value is the same; only the way they are written differs.';
}

function valueAt(column: TableColumn, row: number): number | string | boolean | null {
  if (column.kind === 'text') return column.texts[column.codes[row]!]!;
  if (column.kind === 'flag') return column.values[row] === 1;
  if (column.kind === 'number' && column.valid?.[row] === 0) return null;
  return column.values[row]!;
}

/** The bar that a row is of, where it is of one. */
function timeAt({ columns }: Table, row: number): string {
  const column = columns.find(({ kind }) => kind === 'time');
  return column ? ` (${new Date(Number(valueAt(column, row))).toISOString().slice(0, 16).replace('T', ' ')})` : '';
}

function jsonDifference({ computed, served }: Both): string {
  const values = [computed, served].map(
    (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Parameters<typeof differingValues>[0][number],
  );
  const [first] = differingValues(values);
  if (!first) return 'Every value is the same; only the way they are written differs.';
  const [here, there] = first.values.map((value) => (value === undefined ? 'absent' : JSON.stringify(value).slice(0, 80)));
  return `First at ${first.path || '/'}: ${here} as computed, ${there} as served.`;
}

function lineDifference({ computed, served }: Both): string {
  const [here, there] = [computed, served].map((bytes) => new TextDecoder().decode(bytes).split('\n'));
  const line = here!.findIndex((text, i) => text !== there![i]);
  const at = line < 0 ? here!.length : line;
  return `First in line ${formatNumber(at + 1, 0)} of ${formatNumber(here!.length, 0)} as computed, ${formatNumber(there!.length, 0)} as served.`;
}

function byteDifference({ computed, served }: Both): string {
  const at = computed.findIndex((byte, i) => byte !== served[i]);
  return `First at byte ${formatNumber(at < 0 ? computed.length : at, 0)}: the served file cannot be read.`;
}

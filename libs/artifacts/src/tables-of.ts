import type { Fill, RunResult, Trade, ValidationTrial } from '@projecta/engine';
import { flagColumn, nullableColumn, numberColumn, textColumn, timeColumn } from './table-columns.js';
import type { Table, TableColumn } from './table.js';

/**
 * The tables of a run: equity, fills, trades, features when the config asks for them, validation_detail (without rows when no method ran).
 * Columns that the result already has as arrays are kept, not copied.
 */
export function tablesOf(result: RunResult): Table[] {
  return [
    equityTable(result),
    fillsTable(result.fills),
    tradesTable(result.trades),
    ...(result.config.features ? [featuresTable(result)] : []),
    validationDetailTable(result.validation_detail),
  ];
}

function equityTable({ equity }: RunResult): Table {
  const numbers = (['equity', 'cash', 'position', 'drawdown', 'exposure'] as const).map((name) => numberColumn(name, equity[name]));
  return { name: 'equity', columns: [timeColumn('ts', equity.ts), ...numbers], rows: equity.ts.length };
}

function fillsTable(fills: readonly Fill[]): Table {
  const { time, number, text, flag } = columnsOfRows(fills);
  const numbers = (['side', 'quantity', 'base_price', 'price', 'notional', 'fee', 'slippage', 'delay', 'decision_close'] as const).map(
    number,
  );
  return { name: 'fills', columns: [number('bar'), time('ts'), ...numbers, text('reason'), flag('synthetic')], rows: fills.length };
}

function tradesTable(trades: readonly Trade[]): Table {
  const { time, number, nullable, text, flag } = columnsOfRows(trades);
  const columns: TableColumn[] = [
    number('side'),
    number('entry_bar'),
    time('entry_ts'),
    number('exit_bar'),
    time('exit_ts'),
    ...(['quantity', 'entry_price', 'exit_price', 'gross_pnl', 'net_pnl'] as const).map(number),
    nullable('return'),
    ...(['fees', 'slippage', 'borrow', 'bars_held'] as const).map(number),
    text('reason'),
    number('mae'),
    number('mfe'),
    flag('ambiguous'),
    number('equity_at_entry'),
  ];
  return { name: 'trades', columns, rows: trades.length };
}

/** NaN before a feature's first value stays NaN. */
function featuresTable({ candles, features }: RunResult): Table {
  const columns = Object.entries(features).map(([name, values]) => numberColumn(name, values));
  return { name: 'features', columns: [timeColumn('ts', candles.ts), ...columns], rows: candles.ts.length };
}

/** The trials of validation methods; without a method it has no rows. */
export function validationDetailTable(trials: readonly ValidationTrial[]): Table {
  const { number, nullable, text } = columnsOfRows(trials);
  return { name: 'validation_detail', columns: [text('method'), number('trial'), text('metric'), nullable('value')], rows: trials.length };
}

type KeysOf<Row, Value> = { [Key in keyof Row]: Row[Key] extends Value ? Key : never }[keyof Row] & string;

/** Makes columns of rows by their keys, typed by what the rows hold. */
function columnsOfRows<Row>(rows: readonly Row[]) {
  const numbersOf = (key: keyof Row): Float64Array => {
    const values = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) values[i] = rows[i]![key] as number;
    return values;
  };
  return {
    time: (key: KeysOf<Row, number>): TableColumn => timeColumn(key, numbersOf(key)),
    number: (key: KeysOf<Row, number>): TableColumn => numberColumn(key, numbersOf(key)),
    nullable: (key: KeysOf<Row, number | null>): TableColumn => nullableColumn(key, pluck<number | null>(rows, key)),
    text: (key: KeysOf<Row, string>): TableColumn => textColumn(key, pluck<string>(rows, key)),
    flag: (key: KeysOf<Row, boolean>): TableColumn => flagColumn(key, pluck<boolean>(rows, key)),
  };
}

function pluck<Value>(rows: readonly unknown[], key: string): Value[] {
  return rows.map((row) => (row as Record<string, Value>)[key]!);
}

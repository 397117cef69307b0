import { describe, expect, test } from '@jest/globals';
import type { Table } from './table.js';
import { tablesOf } from './tables-of.js';
import { exampleRun } from './testing/example-run.js';

const result = await exampleRun();
const tables = new Map(tablesOf(result).map((table) => [table.name, table]));
const namesOf = ({ columns }: Table): string => columns.map(({ name }) => name).join(', ');
const kindsOf = ({ columns }: Table, kind: string): string => columns.flatMap((one) => (one.kind === kind ? one.name : [])).join(', ');

describe('tables of a run', () => {
  test.each([
    ['equity', 'ts, equity, cash, position, drawdown, exposure'],
    ['fills', 'bar, ts, side, quantity, base_price, price, notional, fee, slippage, delay, decision_close, reason, synthetic'],
    [
      'trades',
      'side, entry_bar, entry_ts, exit_bar, exit_ts, quantity, entry_price, exit_price, gross_pnl, net_pnl, return, fees, slippage, borrow, bars_held, reason, mae, mfe, ambiguous, equity_at_entry',
    ],
    ['features', 'ts, sma_5, macd_12_26_9.macd, macd_12_26_9.signal, macd_12_26_9.histogram'],
    ['validation_detail', 'method, trial, metric, value'],
  ])('%s has its columns in their order', (name, columns) => {
    expect(namesOf(tables.get(name)!)).toBe(columns);
  });

  test('times, flags and texts are of their kind, all else is a number', () => {
    const all = [...tables.values()];
    expect(all.map((table) => kindsOf(table, 'time'))).toEqual(['ts', 'ts', 'entry_ts, exit_ts', 'ts', '']);
    expect(all.map((table) => kindsOf(table, 'flag'))).toEqual(['', 'synthetic', 'ambiguous', '', '']);
    expect(all.map((table) => kindsOf(table, 'text'))).toEqual(['', 'reason', 'reason', '', 'method, metric']);
  });

  test('rows are those of the result', () => {
    expect(tables.get('equity')!.rows).toBe(360);
    for (const name of ['fills', 'trades'] as const) {
      const table = tables.get(name)!;
      expect(table.rows).toBe(result[name].length);
      expect(table.rows).toBeGreaterThan(10);
      for (const column of table.columns) {
        const found = Array.from({ length: table.rows }, (_, row) => cell(column, row));
        expect(found).toEqual(result[name].map((row) => (row as unknown as Record<string, unknown>)[column.name]));
      }
    }
  });

  test('the columns of equity and features are the result’s own arrays', () => {
    expect(tables.get('equity')!.columns.map((column) => column.kind !== 'text' && column.values)).toEqual(Object.values(result.equity));
    expect(tables.get('features')!.columns[1]).toMatchObject({ values: result.features['sma_5'] });
  });

  test('features are there only when asked for, validation_detail always', () => {
    const plain = { ...result, config: { ...result.config, features: false }, validation_detail: [] };
    const names = tablesOf(plain).map(({ name, rows }) => `${name} ${rows}`);
    expect(names).toEqual(['equity 360', `fills ${result.fills.length}`, `trades ${result.trades.length}`, 'validation_detail 0']);
  });

  test('A24: the return of a trade without entry notional is null', () => {
    const trades = [{ ...result.trades[0]!, return: null }];
    const column = tablesOf({ ...result, trades })
      .find(({ name }) => name === 'trades')!
      .columns.find(({ name }) => name === 'return')!;
    expect(column).toMatchObject({ values: Float64Array.of(0), valid: Uint8Array.of(0) });
  });
});

function cell(column: Table['columns'][number], row: number): unknown {
  if (column.kind === 'text') return column.texts[column.codes[row]!];
  if (column.kind === 'flag') return column.values[row] === 1;
  return column.kind === 'number' && column.valid?.[row] === 0 ? null : column.values[row];
}

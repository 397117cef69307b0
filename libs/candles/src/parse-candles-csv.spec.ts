import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Candles } from './candles.js';
import { dataHash } from './data-hash.js';
import { formatCandlesCsv } from './format-candles-csv.js';
import { parseCandlesCsv } from './parse-candles-csv.js';
import { parseDecimal } from './parse-decimal.js';
import { arbitraryCandles } from './testing/arbitrary-candles.twin.js';
import { TIMEFRAMES } from './timeframe.js';

const JAN_1 = 1704067200000;
const JAN_2 = JAN_1 + 86_400_000;
const parse = (text: string): Candles => parseCandlesCsv(text).candles;
const times = (...cells: string[]): number[] => [
  ...parse(`ts,open,high,low,close\n${cells.map((cell) => `${cell},2,3,1,2`).join('\n')}`).ts,
];

describe('the header', () => {
  test('names in any case and with the common synonyms, in any order', () => {
    const headers = [
      'date,open,high,low,close',
      'Time,O,H,L,C',
      'TIMESTAMP,Open,High,Low,Close',
      'DateTime, OPEN ,hIgH,low,close',
      '<DATE>,<OPEN>,<HIGH>,<LOW>,<CLOSE>',
    ];
    for (const header of [
      ...headers,
      'date_time,1. open,2. high,3. low,4. close',
      't,o,h,l,c',
      'Open Time,o,h,l,c',
      'ts,open,high,low,close',
      '"Date","Open","High","Low","Close*"',
    ]) {
      expect(parse(`${header}\n2024-01-01,2,3,1,2.5`)).toEqual(candles([JAN_1], [2], [3], [1], [2.5]));
    }
    expect(parse('Volume;VWAP;close;low;high;open;date\n7;2.2;2.5;1;3;2;2024-01-01')).toEqual({
      ...candles([JAN_1], [2], [3], [1], [2.5]),
      volume: Float64Array.of(7),
      vwap: Float64Array.of(2.2),
    });
  });
  test('adj close is never taken for close, nor for a second one', () => {
    const { candles: read, notes } = parseCandlesCsv('Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-01,2,3,1,2.5,1.25,7');
    expect(read.close[0]).toBe(2.5);
    expect(notes).toEqual(['Column "Adj Close" not used: prices are as traded, not adjusted.']);
    expect(() => parse('Date,Open,High,Low,Adj Close\n2024-01-01,2,3,1,2')).toThrow(
      /no column for close\..*adj close is never taken for close/,
    );
  });
  test('columns that mean nothing here are named in a note', () => {
    expect(parseCandlesCsv('symbol,ts,open,high,low,close,trades\nBTC,2024-01-01,2,3,1,2,9').notes).toEqual([
      'Columns not used: "symbol", "trades".',
    ]);
    expect(parseCandlesCsv('ts,open,high,low,close\n2024-01-01,2,3,1,2').notes).toEqual([]);
  });
  test('a date column beside a time column: together they are the time', () => {
    const read = parse('date,time,open,high,low,close\n2024-01-01,00:00,2,3,1,2\n2024-01-01,09:30:15,2,3,1,2');
    expect([...read.ts]).toEqual([JAN_1, JAN_1 + 34_215_000]);
  });
});

describe('the format', () => {
  const plain = 'ts,open,high,low,close\n2024-01-01,2,3,1,2.5\n2024-01-02,2,3,1,2.5\n';
  const expected = candles([JAN_1, JAN_2], [2, 2], [3, 3], [1, 1], [2.5, 2.5]);
  test('comma, semicolon or tab', () => {
    for (const delimiter of [',', ';', '\t']) expect(parse(plain.replaceAll(',', delimiter))).toEqual(expected);
  });
  test('BOM, CRLF, CR, no line end at the end, blank lines before and after, blanks around cells', () => {
    const lines = plain.trimEnd().split('\n');
    for (const text of [
      `\uFEFF${plain}`,
      lines.join('\r\n'),
      lines.join('\r'),
      lines.join('\n'),
      `\n\r\n${plain}`,
      `${plain}\n\r\n\n`,
      `${plain},,,,\n`,
      plain.replaceAll(',', ' , '),
    ]) {
      expect(parse(text)).toEqual(expected);
    }
  });
  test('quoted cells hold delimiters, doubled quotes and line ends', () => {
    const text = 'ts,note,open,high,low,close\n"2024-01-01","a, ""b""\nc",2,3,1,"2.5"\n2024-01-02, "x" ,2,3,1, 2.5';
    expect(parse(text)).toEqual(expected);
    expect(() => parse(`${text}\n2024-01-03,,2,3,1,x`)).toThrow('line 5, column close'); // the note took a line
  });
  test('numbers: signs, points, exponents, all their digits', () => {
    const read = parse(
      'ts,open,high,low,close\n2024-01-01,+1.5,1.7976931348623157e308,.25,1E0\n2024-01-02,0.1,123456789012345678901234567890,1e-7,5.',
    );
    expect([...read.open, ...read.high, ...read.low, ...read.close]).toEqual([
      1.5,
      0.1,
      Number.MAX_VALUE,
      1.2345678901234568e29,
      0.25,
      1e-7,
      1,
      5,
    ]);
  });
});

describe('times', () => {
  test('ISO dates and times; without a zone they are UTC', () => {
    expect(
      times(
        '2024-01-01',
        '2024-01-01T00:00:00.001',
        '2024-01-01 09:30',
        '2024-01-01 09:30:00.250000',
        '2024-01-01T09:30:01Z',
        '2024-01-01 11:00:00+01:00',
        '2024-01-02 00:00:00.000000+00:00',
      ),
    ).toEqual([JAN_1, JAN_1 + 1, JAN_1 + 34_200_000, JAN_1 + 34_200_250, JAN_1 + 34_201_000, JAN_1 + 36_000_000, JAN_2]);
  });
  test('F4: |x| >= 1e14 µs, >= 1e11 ms, else s', () => {
    expect(times('1704067200', '1704153600')).toEqual([JAN_1, JAN_2]);
    expect(times('1704067200000', '1704153600000')).toEqual([JAN_1, JAN_2]);
    expect(times('1704067200000000', '1704153600000000')).toEqual([JAN_1, JAN_2]);
    expect(times('-100000000000')).toEqual([-1e11]);
    expect(times('99999999999')).toEqual([99999999999000]);
    expect(times('100000000000')).toEqual([1e11]);
    expect(times('99999999999999')).toEqual([99999999999999]);
    expect(times('100000000000000')).toEqual([1e11]);
    expect(times('-99999999', '0')).toEqual([-99999999000, 0]);
  });
  test('F4: epochs with a fraction or an exponent', () => {
    expect(times('1704067200.0', '1704067200.123', '1704153600.5')).toEqual([JAN_1, JAN_1 + 123, JAN_2 + 500]);
    expect(times('1.7040672e12')).toEqual([JAN_1]);
  });
  test('eight digits that look like a date are seconds, and a note says so', () => {
    const { candles: read, notes } = parseCandlesCsv('date,open,high,low,close\n20240101,2,3,1,2\n20240102,2,3,1,2');
    expect([...read.ts]).toEqual([20240101000, 20240102000]);
    expect(notes).toEqual(['Times such as "20240101" were read as epoch seconds, in 1970. If they are dates, write them as 2024-01-01.']);
  });
});

describe('adjust', () => {
  const text = 'Date,Open,High,Low,Close,Adj Close,Volume,VWAP\n2024-01-01,10,12,8,10,5,100,10\n2024-01-02,10,12,8,11,11,100,10';
  test('multiplies OHLC by adj/close, divides volume by it, and warns that it uses later information', () => {
    const { candles: read, notes } = parseCandlesCsv(text, { adjust: true });
    const expected = candles([JAN_1, JAN_2], [5, 10], [6, 12], [4, 8], [5, 11]);
    expect(read).toEqual({ ...expected, volume: Float64Array.of(200, 100), vwap: Float64Array.of(5, 10) });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('uses later information');
  });
  test('an adj close that is missing, unreadable or not above 0 is refused', () => {
    expect(() => parseCandlesCsv('ts,open,high,low,close\n2024-01-01,2,3,1,2', { adjust: true })).toThrow(
      'line 1: there is no adj close column to adjust by. The header has "ts", "open"',
    );
    expect(() => parseCandlesCsv(text.replace('10,5,', '10,-5,'), { adjust: true })).toThrow(
      'line 2, column Adj Close: "-5" is not a finite price above 0.',
    );
    expect(() => parseCandlesCsv(text.replace('10,5,', '10,null,'), { adjust: true })).toThrow(
      'line 2, column Adj Close: "null" is not a number.',
    );
    expect(parseCandlesCsv(text.replace('10,5,', '10,null,')).candles.close[0]).toBe(10);
  });
});

describe('formatCandlesCsv', () => {
  test('reads back bit for bit, for every timeframe and set of columns', () => {
    for (const timeframe of TIMEFRAMES) {
      fc.assert(
        fc.property(arbitraryCandles({ timeframe, minBars: 1, maxBars: 30 }), (written) => {
          const { candles: read, notes } = parseCandlesCsv(formatCandlesCsv(written));
          expect(dataHash(read)).toBe(dataHash(written));
          expect(notes).toEqual([]);
        }),
        { numRuns: 20 },
      );
    }
  });
  test('what it looks like', () => {
    const written = {
      ...candles([-1, JAN_1], [0.1 + 0.2, 1e-7], [3, 1e21], [0.1, 1e-7], [0.2, 1e-7]),
      volume: Float64Array.of(-0, 5e-324),
    };
    expect(formatCandlesCsv(written)).toBe(
      'ts,open,high,low,close,volume\n1969-12-31T23:59:59.999Z,0.30000000000000004,3,0.1,0.2,-0\n2024-01-01T00:00:00.000Z,1e-7,1e+21,1e-7,1e-7,5e-324\n',
    );
    expect(dataHash(parse(formatCandlesCsv(written)))).toBe(dataHash(written));
  });
});

describe('parseDecimal', () => {
  test('is correctly rounded: what Number() gives, for any decimal text', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 22 });
    const text = fc.record({
      sign: fc.constantFrom('', '-', '+'),
      whole: digits,
      decimals: fc.option(digits),
      exponent: fc.option(fc.integer({ min: -330, max: 310 })),
    });
    fc.assert(
      fc.property(text, ({ sign, whole, decimals, exponent }) => {
        const written = `${sign}${whole}${decimals === null ? '' : `.${decimals}`}${exponent === null ? '' : `e${exponent}`}`;
        expect(parseDecimal(`x${written}y`, 1, written.length + 1)).toBe(Number(written));
      }),
      { numRuns: 3000 },
    );
  });
  test('what is no plain decimal number is NaN', () => {
    for (const text of [
      '',
      '-',
      '+',
      '.',
      '-.',
      '1.2.3',
      '0x10',
      '1e',
      'e5',
      '1e5.5',
      'Infinity',
      'NaN',
      '1_000',
      '1,5',
      '1 5',
      '--1',
      '1-',
      '１',
      '0b1',
      '1n',
    ]) {
      expect([text, parseDecimal(text, 0, text.length)]).toEqual([text, NaN]);
    }
  });
});

function candles(ts: number[], open: number[], high: number[], low: number[], close: number[]): Candles {
  const column = (values: number[]): Float64Array => Float64Array.from(values);
  return { ts: column(ts), open: column(open), high: column(high), low: column(low), close: column(close) };
}

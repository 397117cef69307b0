import { describe, expect, test } from '@jest/globals';
import { ProjectaError } from '@projecta/errors';
import { parseCandlesCsv } from './parse-candles-csv.js';

const HEAD = 'Date,Open,High,Low,Close,Volume';
const GOOD = '2024-01-01,2,3,1,2.5,7';
/** The third line is the damaged one. */
const third = (row: string): string => `${HEAD}\n${GOOD}\n${row}\n2024-01-03,2,3,1,2.5,7\n`;

/** Name, text, and what the first message says, whole. */
const DAMAGED: readonly (readonly [string, string, string])[] = [
  ['an empty file', '', 'p.csv: the file is empty. A header line and at least one row are needed.'],
  ['nothing but blank lines', '\n \r\n\t\n', 'p.csv: the file is empty. A header line and at least one row are needed.'],
  ['a header alone', `${HEAD}\n`, 'p.csv: line 1: there is no row below the header.'],
  ['a header and blank lines', `${HEAD}\n\n\n`, 'p.csv: line 1: there is no row below the header.'],
  [
    'no header',
    '2024-01-01,2,3,1,2.5\n2024-01-02,2,3,1,2',
    'p.csv: line 1: no column for ts, open, high, low, close. The header has "2024-01-01", "2", "3", "1", "2.5". The first line must be a header',
  ],
  [
    'a missing column',
    'Date,Open,High,Low,Volume\n2024-01-01,2,3,1,2',
    'p.csv: line 1: no column for close. The header has "Date", "Open", "High", "Low", "Volume". Needed are',
  ],
  ['two missing columns', 'Date,High,Low,Volume\n2024-01-01,2,3,1', 'p.csv: line 1: no column for open, close.'],
  ['a misspelt column', 'Date,Open,Hihg,Low,Close\n2024-01-01,2,3,1,2', 'are optional. "Hihg": Did you mean "high"?'],
  [
    'a column twice',
    'Date,Open,High,Low,Close,close\n2024-01-01,2,3,1,2,2',
    'p.csv: line 1: "Close" and "close" all mean close. Keep one of them.',
  ],
  ['two times', 'unix,date,Open,High,Low,Close\n1,2024-01-01,2,3,1,2', 'p.csv: line 1: "unix" and "date" all mean ts. Keep one of them.'],
  [
    'another delimiter',
    'Date|Open|High|Low|Close\n2024-01-01|2|3|1|2',
    'The header has "Date|Open|High|Low|Close". The first line must be a header, and cells be split by comma, semicolon or tab.',
  ],
  ['a byte order of two bytes', '\0D\0a\0t\0e', 'no column for ts'],
  ['a header behind a blank line', '\nDate,Open\n1,2', 'p.csv: line 2: no column for high, low, close.'],
  ['text for a price', third('2024-01-02,2,3,1,abc,7'), 'p.csv: line 3, column Close: "abc" is not a number.'],
  ['an empty price', third('2024-01-02,,3,1,2.5,7'), 'p.csv: line 3, column Open: the cell is empty.'],
  ['an empty volume', third('2024-01-02,2,3,1,2.5,'), 'p.csv: line 3, column Volume: the cell is empty.'],
  ['null for a price', third('2024-01-02,2,null,1,2.5,7'), 'p.csv: line 3, column High: "null" is not a number.'],
  ['nan for a price', third('2024-01-02,2,NaN,1,2.5,7'), 'p.csv: line 3, column High: "NaN" is not a number.'],
  ['infinity', third('2024-01-02,2,Infinity,1,2.5,7'), 'p.csv: line 3, column High: "Infinity" is not a number.'],
  ['a number beyond doubles', third('2024-01-02,2,1e999,1,2.5,7'), 'p.csv: line 3, column High: Infinity is not a finite price above 0.'],
  ['a number below doubles', third('2024-01-02,2,3,1e-999,2.5,7'), 'p.csv: line 3, column Low: 0 is not a finite price above 0.'],
  ['hexadecimal', third('2024-01-02,2,0x10,1,2.5,7'), 'p.csv: line 3, column High: "0x10" is not a number.'],
  ['a currency sign', third('2024-01-02,$2,3,1,2.5,7'), 'p.csv: line 3, column Open: "$2" is not a number.'],
  [
    'a thousands separator',
    third('2024-01-02,2,"1,234.5",1,2.5,7'),
    'p.csv: line 3, column High: "1,234.5" is not a number. Write 1234.5: a decimal point, no thousands separator.',
  ],
  [
    'a blank as thousands separator',
    third('2024-01-02,2,1 234,1,2.5,7'),
    'p.csv: line 3, column High: "1 234" is not a number. Write 1234.5',
  ],
  [
    'a decimal comma',
    third('2024-01-02,2,3,1,2.5,7').replaceAll(',', ';').replace('2;3;1;2.5;7\n2024-01-03', '2;3;1;2,5;7\n2024-01-03'),
    'p.csv: line 3, column Close: "2,5" is not a number. Write 1234.5',
  ],
  [
    'an unquoted decimal comma',
    third('2024-01-02,2,3,1,2,5,7'),
    'p.csv: line 3: the row has 7 cells, the header 6. It begins with "2024-01-02".',
  ],
  ['a row too short', third('2024-01-02,2,3'), 'p.csv: line 3: the row has 3 cells, the header 6. It begins with "2024-01-02".'],
  ['a row of one cell', third('# a comment'), 'p.csv: line 3: the row has 1 cell, the header 6. It begins with "# a comment".'],
  ['a row cut off at the end', `${HEAD}\n${GOOD}\n2024-01-02,2,3,1,2.`, 'p.csv: line 3: the row has 5 cells, the header 6.'],
  ['a blank line in the middle', third(''), 'p.csv: line 3: the line is blank. Only the end of a file may be.'],
  ['a quote never closed', third('2024-01-02,2,3,1,"2.5,7'), 'p.csv: line 3: a quote is opened and never closed.'],
  ['text behind a quote', third('2024-01-02,"2"x,3,1,2.5,7'), 'p.csv: line 3: text follows a closing quote.'],
  [
    'a day that is not',
    third('2024-02-30,2,3,1,2.5,7'),
    'p.csv: line 3, column Date: "2024-02-30" is a day that the calendar does not have.',
  ],
  [
    'an hour that is not',
    third('2024-01-02 24:00,2,3,1,2.5,7'),
    'p.csv: line 3, column Date: "2024-01-02 24:00" is a time of day that does not exist.',
  ],
  [
    'a day before or after a month',
    third('01/02/2024,2,3,1,2.5,7'),
    'p.csv: line 3, column Date: "01/02/2024" could be read day first or month first. Write 2024-01-31',
  ],
  ['a German date', third('02.01.2024,2,3,1,2.5,7'), 'p.csv: line 3, column Date: "02.01.2024" could be read day first or month first.'],
  ['a month by name', third('Jan 2 2024,2,3,1,2.5,7'), 'p.csv: line 3, column Date: "Jan 2 2024" is not a time. Write'],
  ['no time', third(',2,3,1,2.5,7'), 'p.csv: line 3, column Date: the cell is empty.'],
  [
    'a time finer than a millisecond',
    third('2024-01-02 00:00:00.0001,2,3,1,2.5,7'),
    'p.csv: line 3, column Date: "2024-01-02 00:00:00.0001" is finer than a millisecond.',
  ],
  [
    'an epoch finer than a millisecond',
    third('1704153600000001,2,3,1,2.5,7'),
    'p.csv: line 3, column Date: "1704153600000001" is finer than a millisecond.',
  ],
  [
    'nanoseconds',
    third('1704153600000000000,2,3,1,2.5,7'),
    'p.csv: line 3, column Date: "1704153600000000000" lies outside the years 0000 to 9999 (an epoch is read in s',
  ],
  ['a zone by name', third('2024-01-02 00:00 CET,2,3,1,2.5,7'), 'p.csv: line 3, column Date: "2024-01-02 00:00 CET" is not a time.'],
  [
    'a time twice',
    third('2024-01-01,2,3,1,2.5,7'),
    'p.csv: line 3, column Date: 1704067200000 (2024-01-01T00:00:00.000Z) is not later than the row before it, 1704067200000',
  ],
  [
    'times that step back',
    third('2023-12-31,2,3,1,2.5,7'),
    'p.csv: line 3, column Date: 1703980800000 (2023-12-31T00:00:00.000Z) is not later than the row before it',
  ],
  [
    'newest first',
    `${HEAD}\n2024-01-03,2,3,1,2.5,7\n2024-01-02,2,3,1,2.5,7`,
    'Times must strictly increase. The rows run newest first: sort them by time.',
  ],
  ['a price of 0', third('2024-01-02,2,3,0,2.5,7'), 'p.csv: line 3, column Low: 0 is not a finite price above 0.'],
  ['a negative price', third('2024-01-02,-2,3,1,2.5,7'), 'p.csv: line 3, column Open: -2 is not a finite price above 0.'],
  ['a high below the close', third('2024-01-02,2,2.4,1,2.5,7'), 'p.csv: line 3, column High: 2.4 is below close 2.5.'],
  ['a low above the open', third('2024-01-02,2,3,2.1,2.5,7'), 'p.csv: line 3, column Low: 2.1 is above open 2.'],
  ['a negative volume', third('2024-01-02,2,3,1,2.5,-7'), 'p.csv: line 3, column Volume: -7 is not a finite number from 0 up.'],
  ['a vwap of 0', 'ts,o,h,l,c,vwap\n2024-01-01,2,3,1,2,0', 'p.csv: line 2, column vwap: 0 is not a finite price above 0.'],
  [
    'a time of day that is not',
    'date,time,o,h,l,c\n2024-01-01,9:30,2,3,1,2',
    'p.csv: line 2, column time: "9:30" is not a time of day such as 09:30 or 09:30:00.',
  ],
  [
    'a date column without a date',
    'date,time,o,h,l,c\n1704067200,09:30,2,3,1,2',
    'p.csv: line 2, column date: "1704067200" is not a date such as 2024-01-31 (a separate column holds the time).',
  ],
  ['CRLF lines', third('2024-01-02,2,3,1,abc,7').replaceAll('\n', '\r\n'), 'p.csv: line 3, column Close: "abc" is not a number.'],
  [
    'a very long cell',
    third(`2024-01-02,2,3,1,${'x'.repeat(1000)},7`),
    `p.csv: line 3, column Close: "${'x'.repeat(57)}…" is not a number.`,
  ],
];

function refusal(text: string): ProjectaError {
  try {
    parseCandlesCsv(text, { source: 'p.csv' });
  } catch (error) {
    if (error instanceof ProjectaError) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('a damaged CSV is refused, with its line, column and text', () => {
  test.each(DAMAGED)('%s', (_name, text, message) => {
    const error = refusal(text);
    expect(error.message).toContain(message);
    expect(error.code).toBe('DATA_INVALID');
    expect(error.errors.length).toBeGreaterThan(0);
    expect(error.errors.every((one) => one.code === 'DATA_INVALID')).toBe(true);
  });

  test('all problems come at once, in the order of the lines', () => {
    const rows = [
      '2024-01-01,2,3,1,abc,7',
      '2024-01-02,2,3',
      '',
      '2024-01-03,2,1,1,2.5,7',
      '2024-02-30,x,3,1,2.5,7',
      '2024-01-04,2,3,1,2.5,7',
    ];
    const error = refusal(`${HEAD}\n${rows.join('\n')}`);
    expect(error.errors.map((one) => one.path)).toEqual([
      '/lines/2/Close',
      '/lines/3',
      '/lines/4',
      '/lines/5/High',
      '/lines/6/Date',
      '/lines/6/Open',
    ]);
    expect(error.message).toBe('p.csv: line 2, column Close: "abc" is not a number. (and 5 more problems)');
  });
  test('20 problems are listed, all are counted', () => {
    const error = refusal(`${HEAD}\n${Array.from({ length: 500 }, (_, i) => `${i * 60},2,3,1,${i % 2 ? 'x' : '9'},7`).join('\n')}`);
    expect(error.errors).toHaveLength(20);
    expect(error.message).toBe('p.csv: line 2, column High: 3 is below close 9. (and 499 more problems)');
    expect(error.errors[1]!.message).toBe('p.csv: line 3, column Close: "x" is not a number.');
  });
});

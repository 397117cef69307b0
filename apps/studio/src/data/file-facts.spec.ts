import { describe, expect, test } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { fileFacts } from './file-facts.js';

describe('the name of a file', () => {
  test.each([
    ['sp500-2000.csv', 'sp500-2000', 'text/csv', true],
    ['BTC USD (1).CSV', 'BTC-USD-1', 'text/csv', true],
    ['aapl.tsv', 'aapl', 'text/tab-separated-values', true],
    ['bars.csv.gz', 'bars', 'application/gzip', false],
    ['spy.2024.parquet', 'spy.2024', 'application/vnd.apache.parquet', false],
    ['unknown', 'unknown', 'application/octet-stream', false],
    ['.csv', 'DATA', 'text/csv', true],
  ])('%p gives the symbol %p', (name, symbol, type, isText) => {
    expect(fileFacts(name)).toEqual({ symbol, type, isText });
  });
  test('always gives a symbol that may be one', () => {
    assert(property(string({ unit: 'binary' }), (name) => expect(fileFacts(name).symbol).toMatch(/^[A-Za-z0-9._-]{1,64}$/)));
  });
});

import { describe, expect, test } from '@jest/globals';
import { lineOf, linesOf, problemPlace } from './problem-place.js';

describe('the place of a problem', () => {
  test.each([
    ['/lines/3/close', { line: 3, column: 'close' }],
    ['/lines/7', { line: 7 }],
    ['/rows/12/adj~1close', { row: 12, column: 'adj/close' }],
    ['', {}],
    ['/timeframe', {}],
    ['/lines/x', {}],
  ])('%p is %p', (path, place) => {
    expect(problemPlace(path)).toEqual(place);
  });
});

describe('a line', () => {
  const lines = linesOf(`date,close\r\n2024-01-01,1\n${'x'.repeat(500)}`);
  test('is counted from 1, whatever ends the one before', () => {
    expect([lineOf(lines, 1), lineOf(lines, 2)]).toEqual(['date,close', '2024-01-01,1']);
  });
  test('is cut where it is long', () => {
    expect(lineOf(lines, 3)).toBe(`${'x'.repeat(160)} …`);
  });
  test('is not there beyond the end, nor where no place is named', () => {
    expect([lineOf(lines, 4), lineOf(lines, undefined), lineOf(undefined, 1)]).toEqual([undefined, undefined, undefined]);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatInstant } from './format-instant.js';
import { parseInstant } from './parse-instant.js';

const refused = (value: unknown, code: string, text: string): void => {
  expect(() => parseInstant(value as string, '/start')).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(text), errors: [expect.objectContaining({ path: '/start', code })] }),
  );
};

describe('parseInstant', () => {
  test('YYYY-MM-DD is midnight UTC', () => {
    expect(parseInstant('2024-01-01', '/start')).toBe(1704067200000);
    expect(parseInstant('1970-01-01', '/start')).toBe(0);
    expect(parseInstant('0000-01-01', '/start')).toBe(-62167219200000);
  });
  test('an ISO 8601 instant with zone', () => {
    expect(parseInstant('2024-01-01T00:00:00Z', '/start')).toBe(1704067200000);
    expect(parseInstant('2024-01-01T00:00Z', '/start')).toBe(1704067200000);
    expect(parseInstant('2024-01-01T01:30:00.250+01:30', '/start')).toBe(1704067200250);
    expect(parseInstant('2023-12-31T19:00:00.1-05:00', '/start')).toBe(1704067200100);
    expect(parseInstant('2024-01-01T00:00:00.123000Z', '/start')).toBe(1704067200123);
  });
  test('F4: numbers in a config are ms always', () => {
    expect(parseInstant(1704067200, '/start')).toBe(1704067200);
    expect(parseInstant(1704067200000, '/start')).toBe(1704067200000);
    expect(parseInstant(-5, '/start')).toBe(-5);
    expect(Object.is(parseInstant(-0, '/start'), 0)).toBe(true);
  });
  test('a day or time that does not exist is refused', () => {
    for (const day of ['2024-02-30', '2023-02-29', '1900-02-29', '2200-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-01-00'])
      refused(day, 'OUT_OF_RANGE', 'calendar');
    for (const time of ['24:00:00', '23:60:00', '23:59:60'])
      refused(`2024-01-01T${time}Z`, 'OUT_OF_RANGE', 'time of day that does not exist');
    expect(parseInstant('2000-02-29', '/start')).toBe(951782400000);
  });
  test('an instant without a zone is refused and told how to say UTC', () => {
    refused('2024-01-01T00:00:00', 'WRONG_TYPE', 'has no zone. Append Z for UTC');
    refused('2024-01-01T09:30', 'WRONG_TYPE', 'has no zone');
  });
  test('finer than a millisecond is refused', () => refused('2024-01-01T00:00:00.0001Z', 'OUT_OF_RANGE', 'finer than a millisecond'));
  test('a number in quotes, other formats and other types are refused', () => {
    const wrong = [
      '1704067200000',
      '',
      ' 2024-01-01',
      '2024-01-01 ',
      '2024-1-1',
      '20240101',
      '01/02/2024',
      '2024-01-01 00:00:00Z',
      '2024-01-01T00:00:00z',
      '2024-01-01T00:00:00+0100',
    ];
    const wrong2 = [
      '2024-01-01T00:00:00+24:00',
      '2024-01-01T00:00:00,5Z',
      '2024-01-01T00:00:00.Z',
      '2024-01-01T',
      '2024-01-01Z',
      '2024-W01-1',
      'now',
      '+02024-01-01',
      '2024-01-01T00:00:00ZZ',
      '２０２４-01-01',
    ];
    for (const text of [...wrong, ...wrong2]) refused(text, 'WRONG_TYPE', 'is not an instant');
    for (const value of [null, undefined, true, {}]) refused(value, 'WRONG_TYPE', 'is not an instant');
    for (const value of [0.5, NaN, Infinity]) refused(value, 'WRONG_TYPE', 'not a whole number');
  });
  test('years outside 0000 to 9999 are refused', () => {
    refused(253402300800000, 'OUT_OF_RANGE', 'years 0000 to 9999');
    refused(-62167219200001, 'OUT_OF_RANGE', 'years 0000 to 9999');
    refused('0000-01-01T00:00:00+01:00', 'OUT_OF_RANGE', '"0000-01-01T00:00:00+01:00" lies outside');
  });
});

describe('formatInstant', () => {
  test('F2: instants are YYYY-MM-DDTHH:MM:SS.sssZ', () => {
    expect(formatInstant(1704067200000)).toBe('2024-01-01T00:00:00.000Z');
    expect(formatInstant(-1)).toBe('1969-12-31T23:59:59.999Z');
    expect(() => formatInstant(253402300800000)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE' }));
    expect(() => formatInstant(NaN)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE' }));
  });
  test('parse undoes format, and a date is the midnight of its instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62167219200000, max: 253402300799999 }), (ms) => {
        expect(parseInstant(formatInstant(ms), '/start')).toBe(ms);
        expect(parseInstant(formatInstant(ms).slice(0, 10), '/start')).toBe(Math.floor(ms / 86_400_000) * 86_400_000);
      }),
      { numRuns: 2000 },
    );
  });
  test('an offset moves the instant by its minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6e13, max: 2.5e14 }), fc.integer({ min: -1439, max: 1439 }), (ms, minutes) => {
        const size = Math.abs(minutes);
        const zone = `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        expect(parseInstant(formatInstant(ms).replace('Z', zone), '/start')).toBe(ms - minutes * 60_000);
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Frame, frameParser } from './frame-parser.js';

function framesOf(...pieces: readonly string[]): Frame[] {
  const parser = frameParser();
  return pieces.flatMap((piece) => parser.push(piece));
}

describe('a stream is read as the standard says', () => {
  test.each<[string, string, Frame[]]>([
    ['data alone', 'data: a\n\n', [{ id: '', event: 'message', data: 'a' }]],
    ['all fields', 'id: 7\nevent: run.queued\ndata: {}\n\n', [{ id: '7', event: 'run.queued', data: '{}' }]],
    ['several lines of data', 'data: a\ndata:b\ndata\n\n', [{ id: '', event: 'message', data: 'a\nb\n' }]],
    ['one space after the colon belongs to no value', 'data:  a \n\n', [{ id: '', event: 'message', data: ' a ' }]],
    ['comments say nothing', ': heartbeat\n:\ndata: a\n: b\n\n', [{ id: '', event: 'message', data: 'a' }]],
    ['an unknown field says nothing', 'fish: a\ndata: a\nDATA: b\n\n', [{ id: '', event: 'message', data: 'a' }]],
    ['a frame without data is none, but its id stays', 'id: 3\nevent: x\n\ndata: a\n\n', [{ id: '3', event: 'message', data: 'a' }]],
    ['an id with NUL is none', 'id: 3\nid: a\0b\ndata: a\n\n', [{ id: '3', event: 'message', data: 'a' }]],
    [
      'an empty id takes the old one away',
      'id: 3\ndata: a\n\nid\ndata: b\n\n',
      [
        { id: '3', event: 'message', data: 'a' },
        { id: '', event: 'message', data: 'b' },
      ],
    ],
    [
      'carriage returns end lines, too',
      'id: 1\rdata: a\r\rdata: b\r\n\r\n',
      [
        { id: '1', event: 'message', data: 'a' },
        { id: '1', event: 'message', data: 'b' },
      ],
    ],
    ['what the end cuts off is none', 'data: a\n\ndata: b\n', [{ id: '', event: 'message', data: 'a' }]],
    ['data may be empty', 'data\n\n', [{ id: '', event: 'message', data: '' }]],
  ])('%s', (_, text, frames) => {
    expect(framesOf(text)).toEqual(frames);
  });
  test('retry is whole milliseconds, and the last one counts', () => {
    const parser = frameParser();
    expect(parser.retry_ms).toBeUndefined();
    parser.push('retry: 2000\n\nretry: soon\nretry: 1.5\nretry: -1\n\n');
    expect(parser.retry_ms).toBe(2000);
    parser.push('retry: 10\n');
    expect(parser.retry_ms).toBe(10);
  });
});

const ends = fc.constantFrom('\n', '\r\n', '\r');
const line = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\r\n]/.test(text));
const frame = fc.record({
  id: fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 6 }),
  event: line.filter((text) => text !== ''),
  data: fc.array(line, { minLength: 1, maxLength: 4 }),
  comments: fc.array(line, { maxLength: 2 }),
});

describe('of any frames, in any of the ways to write them', () => {
  const stream = fc.tuple(fc.array(frame, { maxLength: 6 }), ends, fc.array(fc.nat(), { maxLength: 20 }));

  test('the frames come back, wherever the text is cut', () => {
    fc.assert(
      fc.property(stream, ([frames, end, cuts]) => {
        const text = frames.map((one) => written(one, end)).join('');
        const read = framesOf(...cutAt(text, cuts));
        expect(read).toEqual(frames.map(({ id, event, data }) => ({ id, event, data: data.join('\n') })));
      }),
    );
  });
  test('any text gives the same frames in one piece and character by character', () => {
    const any = fc.string({ unit: fc.constantFrom('\r', '\n', ':', ' ', 'a', 'data', 'id', 'event', 'retry', '1', '\0'), maxLength: 60 });
    fc.assert(
      fc.property(any, (text) => {
        expect(framesOf(...text)).toEqual(framesOf(text));
      }),
      { numRuns: 1000 },
    );
  });
});

function written({ id, event, data, comments }: { id: string; event: string; data: string[]; comments: string[] }, end: string): string {
  const lines = [...comments.map((text) => `:${text}`), `event: ${event}`, ...data.map((text) => `data: ${text}`), `id: ${id}`, '', ''];
  return lines.join(end);
}

function cutAt(text: string, cuts: readonly number[]): string[] {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  return places.slice(1).map((place, i) => text.slice(places[i], place));
}

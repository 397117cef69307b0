import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Frame, frameParser } from './frame-parser.js';
import { readFrames } from './read-frames.js';

const TEXT = '\uFEFFid: 1\r\nevent: grüße\r\ndata: {"message":"日本 🎏"}\r\n\r\n: ♥\n\nid: 2\ndata: é\ndata: 🎏\n\n';
const FRAMES = [
  { id: '1', event: 'grüße', data: '{"message":"日本 🎏"}' },
  { id: '2', event: 'message', data: 'é\n🎏' },
];
const BYTES = new TextEncoder().encode(TEXT);

function bodyOf(pieces: readonly Uint8Array[], onCancel = (): void => undefined): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = left.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
    cancel: onCancel,
  });
}

async function framesOf(body: ReadableStream<Uint8Array>): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of readFrames(body, { parser: frameParser(), onBytes: () => undefined })) frames.push(frame);
  return frames;
}

test('bytes give the same frames wherever they are cut: in a BOM, a character, between CR and LF', async () => {
  const cuts = fc.array(fc.integer({ min: 0, max: BYTES.length }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(cuts, async (given) => {
      const places = [0, ...given.toSorted((a, b) => a - b), BYTES.length];
      const pieces = places.slice(1).map((place, i) => BYTES.slice(places[i], place));
      expect(await framesOf(bodyOf(pieces))).toEqual(FRAMES);
    }),
  );
});
test('one byte at a time is as good as all at once', async () => {
  expect(await framesOf(bodyOf(Array.from(BYTES, (byte) => Uint8Array.of(byte))))).toEqual(FRAMES);
  expect(await framesOf(bodyOf([BYTES]))).toEqual(FRAMES);
});
test('who stops reading gives the body up', async () => {
  let cancelled = false;
  const body = bodyOf([BYTES, BYTES], () => (cancelled = true));
  for await (const frame of readFrames(body, { parser: frameParser(), onBytes: () => undefined })) {
    expect(frame).toEqual(FRAMES[0]);
    break;
  }
  expect(cancelled).toBe(true);
});
test('each piece is told of, so that silence can be noticed', async () => {
  let heard = 0;
  const pieces = [BYTES.slice(0, 3), BYTES.slice(3)];
  const parser = frameParser();
  for await (const frame of readFrames(bodyOf(pieces), { parser, onBytes: () => heard++ })) void frame;
  expect(heard).toBe(2);
});

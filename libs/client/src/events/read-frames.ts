import type { Frame, FrameParser } from './frame-parser.js';

/** The frames of a body, as they come; the body is given up when who reads them stops. Throws what reading throws. */
export async function* readFrames(
  body: ReadableStream<Uint8Array>,
  { parser, onBytes }: { readonly parser: FrameParser; readonly onBytes: () => void },
): AsyncGenerator<Frame, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    await reader.cancel().catch(() => undefined); // it is over either way
  }
}

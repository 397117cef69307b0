import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';

const BLOCK = 128;
const MINIBLOCKS = 4;
const PER_MINIBLOCK = BLOCK / MINIBLOCKS;
const TWO_24 = 0x100_0000;
const TWO_32 = 0x1_0000_0000;

/**
 * Ascending whole numbers below 2^53 in Parquet's DELTA_BINARY_PACKED encoding of INT64.
 * Doubles hold every difference exactly, so no value becomes a BigInt: an even time axis costs 5 bytes a block of 128.
 * The writer library's own BigInt path takes some 50 times as long.
 */
export function deltaInt64(values: Float64Array): Uint8Array {
  const writer = new ByteWriter();
  writer.appendVarInt(BLOCK);
  writer.appendVarInt(MINIBLOCKS);
  writer.appendVarInt(values.length);
  writer.appendZigZag(BigInt(values[0] ?? 0));
  const deltas = new Float64Array(BLOCK);
  for (let start = 1; start < values.length; start += BLOCK) {
    const length = Math.min(BLOCK, values.length - start);
    for (let i = 0; i < length; i++) deltas[i] = values[start + i]! - values[start + i - 1]!;
    writeBlock(writer, deltas, length);
  }
  return writer.getBytes();
}

function writeBlock(writer: ByteWriter, deltas: Float64Array, length: number): void {
  let least = deltas[0]!;
  let most = deltas[0]!;
  for (let i = 1; i < length; i++) {
    least = Math.min(least, deltas[i]!);
    most = Math.max(most, deltas[i]!);
  }
  appendVarint(writer, least * 2); // zigzag of a number that is not negative
  if (least === most) return writer.appendUint32(0); // four miniblocks without a bit
  for (let i = 0; i < BLOCK; i++) deltas[i] = i < length ? deltas[i]! - least : 0;
  const miniblocks = Array.from({ length: MINIBLOCKS }, (_, mini) => deltas.subarray(mini * PER_MINIBLOCK, (mini + 1) * PER_MINIBLOCK));
  const widths = Uint8Array.from(miniblocks, (values) => bitWidth(values.reduce((largest, value) => Math.max(largest, value))));
  writer.appendBytes(widths);
  miniblocks.forEach((values, mini) => writer.appendBytes(packed(values, widths[mini]!)));
}

/** The library's takes 32 bits, or a BigInt at ten times the cost of the whole block. */
function appendVarint(writer: ByteWriter, value: number): void {
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) writer.appendUint8((rest % 0x80) + 0x80);
  writer.appendUint8(rest);
}

function bitWidth(value: number): number {
  const high = Math.floor(value / TWO_32);
  return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(value);
}

/** 32 values of `width` bits each, lowest bit first; taken in pieces of 24 bits, so that 32-bit operations hold them. */
function packed(values: Float64Array, width: number): Uint8Array {
  const bytes = new Uint8Array(width * 4);
  let at = 0;
  let buffer = 0;
  let used = 0;
  for (let i = 0; i < values.length; i++) {
    let rest = values[i]!;
    for (let left = width; left > 0; left -= 24) {
      const piece = rest % TWO_24;
      rest = (rest - piece) / TWO_24;
      buffer |= piece << used;
      for (used += Math.min(24, left); used >= 8; used -= 8) {
        bytes[at++] = buffer & 0xff;
        buffer >>>= 8;
      }
    }
  }
  return bytes;
}

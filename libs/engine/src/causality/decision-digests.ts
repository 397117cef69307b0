import { float64LittleEndian, sha256Stream, type Sha256Stream, utf8 } from '@projecta/hashing';

/**
 * SHA-256 of the decisions up to and including each cut, in the cuts' order.
 * Encoding: the line `projecta-decisions-1\n`, then for each bar at which the direction changes (before the first bar it is 0)
 * the bar and the direction, both as little-endian float64: lossless, and short where decisions are rare.
 */
export function decisionDigests(directions: Float64Array, cuts: readonly number[], start: () => Sha256Stream = sha256Stream): string[] {
  const digests = new Map<number, string>();
  const stream = start().update(utf8('projecta-decisions-1\n'));
  let previous = 0;
  let t = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const changes: number[] = [];
    for (; t <= cut; t++) {
      const direction = directions[t]!;
      if (direction === previous) continue;
      changes.push(t, direction);
      previous = direction;
    }
    stream.update(float64LittleEndian(Float64Array.from(changes)));
    digests.set(cut, stream.digestHex());
  }
  return cuts.map((cut) => digests.get(cut)!);
}

/** The memory of the typed arrays in a posted value that can be handed over without a copy: buffers that hold one array and nothing else. */
export function buffersOf(value: unknown, depth = 4): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(value, depth, found);
  return [...found];
}

function collect(value: unknown, depth: number, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null || depth === 0) return;
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value;
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) found.add(buffer);
    return;
  }
  for (const one of Array.isArray(value) ? value.slice(0, 100) : Object.values(value)) collect(one, depth - 1, found);
}

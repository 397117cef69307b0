/** A value with the memory it takes. */
export interface Sized<Value> {
  readonly value: Value;
  readonly bytes: number;
}

/** Values kept up to so many bytes; the one that was not asked for longest goes first. */
export interface ValueCache {
  /** The value under a key, made where it is not kept. One that is larger than the whole cache is made each time. */
  of<Value>(key: string, make: () => Sized<Value> | Promise<Sized<Value>>): Promise<Value>;
  /** A name for a kept object, by which keys of what is made from it can be built. */
  nameOf(value: object): string;
  /** What is kept, in bytes. */
  readonly bytes: number;
}

/** Keeps values up to `most` bytes. Whoever gets one must not change it. */
export function valueCache(most: number): ValueCache {
  const kept = new Map<string, Sized<unknown>>();
  const names = new WeakMap<object, string>();
  let bytes = 0;
  let named = 0;

  const keep = (key: string, sized: Sized<unknown>): void => {
    kept.set(key, sized);
    bytes += sized.bytes;
    for (const [oldest, { bytes: freed }] of kept) {
      if (bytes <= most) return;
      kept.delete(oldest);
      bytes -= freed;
    }
  };
  return {
    async of<Value>(key: string, make: () => Sized<Value> | Promise<Sized<Value>>) {
      const present = kept.get(key);
      if (present) {
        kept.delete(key); // a map's order is that of insertion: this one is the youngest now
        kept.set(key, present);
        return present.value as Value;
      }
      const made = await make();
      if (made.bytes <= most && !kept.has(key)) keep(key, made);
      return made.value;
    },
    nameOf(value) {
      const name = names.get(value) ?? String(++named);
      names.set(value, name);
      return name;
    },
    get bytes() {
      return bytes;
    },
  };
}

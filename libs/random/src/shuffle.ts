import type { RandomStream } from './xoshiro128.js';

/** An array whose items can be swapped: a list or a typed array. */
export interface Swappable<T> {
  readonly length: number;
  [index: number]: T;
}

/** Puts the items in random order, in place, every order equally likely: Fisher–Yates from the end, one `below` a step. */
export function shuffle<T>(stream: RandomStream, items: Swappable<T>): void {
  for (let i = items.length - 1; i >= 1; i--) {
    const j = stream.below(i + 1);
    const item = items[i]!;
    items[i] = items[j]!;
    items[j] = item;
  }
}

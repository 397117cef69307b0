import { describe, expect, test } from '@jest/globals';
import { valueCache } from './value-cache.js';

const made = (value: string, bytes: number, log: string[] = []) => {
  return () => {
    log.push(value);
    return { value, bytes };
  };
};

describe('valueCache', () => {
  test('makes a value once', async () => {
    const log: string[] = [];
    const cache = valueCache(100);
    expect([await cache.of('a', made('A', 10, log)), await cache.of('a', made('other', 10, log))]).toEqual(['A', 'A']);
    expect(log).toEqual(['A']);
  });

  test('lets the one go that was not asked for longest, and never keeps more bytes than it may', async () => {
    const log: string[] = [];
    const cache = valueCache(100);
    await cache.of('a', made('A', 40));
    await cache.of('b', made('B', 40));
    await cache.of('a', made('A', 40, log));
    await cache.of('c', made('C', 40)); // b goes
    expect(cache.bytes).toBe(80);
    await cache.of('a', made('A', 40, log));
    expect(log).toEqual([]);
    await cache.of('b', made('B', 40, log));
    expect(log).toEqual(['B']);
  });

  test('does not keep what is larger than all of it, and lets nothing go for that', async () => {
    const log: string[] = [];
    const cache = valueCache(100);
    await cache.of('a', made('A', 100));
    expect(await cache.of('huge', made('H', 101))).toBe('H');
    expect(await cache.of('huge', made('H again', 101, log))).toBe('H again');
    await cache.of('a', made('A', 100, log));
    expect([log, cache.bytes]).toEqual([['H again'], 100]);
  });

  test('what failed is made anew', async () => {
    const cache = valueCache(100);
    await expect(cache.of('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.of('a', made('A', 1))).toBe('A');
  });

  test('an object has one name, another has another', () => {
    const cache = valueCache(1);
    const [one, other] = [{}, {}];
    expect(cache.nameOf(one)).toBe(cache.nameOf(one));
    expect(cache.nameOf(other)).not.toBe(cache.nameOf(one));
  });
});

import type { Json } from '../config/json.js';
import { pointerOf } from '../config/pointer.js';

/** A place in a text; lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** JSON as it was typed: its value and where each part of it begins, or the first place where it is no JSON. */
export type JsonReading =
  | { readonly isJson: true; readonly value: Json; readonly places: ReadonlyMap<string, Place> }
  | ({ readonly isJson: false; readonly message: string } & Place);

class Misread extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR =
  /"(?:[\u0020\u0021\u0023-\u005b\u005d-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;

/** Reads JSON and remembers where everything stands, by JSON pointer: a member is where its key is. */
export function readJson(text: string): JsonReading {
  const places = new Map<string, number>();
  let at = 0;

  const skip = (): void => {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)![0].length;
  };
  const see = (character: string): boolean => {
    skip();
    return text[at] === character;
  };
  const take = (character: string, instead: string): void => {
    if (!see(character)) throw new Misread(instead, at);
    at += 1;
  };
  const scalar = (expected: string): Json => {
    skip();
    SCALAR.lastIndex = at;
    const found = SCALAR.exec(text)?.[0];
    if (found === undefined) throw new Misread(text[at] === '"' ? 'this text does not end, or has a line break in it' : expected, at);
    at += found.length;
    return JSON.parse(found) as Json;
  };
  const items = (end: string, each: (index: number) => void): void => {
    at += 1;
    for (let index = 0; !see(end); index += 1) {
      if (index > 0) take(',', `a comma or ${end} is missing`);
      if (see(end)) throw new Misread(`nothing may follow the last comma but a value; remove the comma before ${end}`, at);
      each(index);
    }
    at += 1;
  };
  const value = (steps: readonly (string | number)[]): Json => {
    if (see('[')) {
      const list: Json[] = [];
      items(']', (index) => {
        skip();
        places.set(pointerOf(...steps, index), at);
        list.push(value([...steps, index]));
      });
      return list;
    }
    if (!see('{')) return scalar('a value is missing');
    const members = new Map<string, Json>();
    items('}', () => {
      skip();
      const start = at;
      if (text[at] !== '"') throw new Misread('a key in double quotes is missing', at);
      const key = String(scalar('a key is missing'));
      if (members.has(key)) throw new Misread(`the key ${JSON.stringify(key)} is there twice`, start);
      places.set(pointerOf(...steps, key), start);
      take(':', 'a colon is missing after the key');
      members.set(key, value([...steps, key]));
    });
    return Object.fromEntries(members);
  };

  try {
    const read = value([]);
    skip();
    if (at < text.length) throw new Misread('nothing may follow', at);
    return { isJson: true, value: read, places: new Map(Array.from(places, ([pointer, from]) => [pointer, placeOf(text, from)])) };
  } catch (error) {
    if (error instanceof Misread) return { isJson: false, message: error.message, ...placeOf(text, error.at) };
    throw error;
  }
}

/** The line and column of an index into a text. */
export function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Where a pointer points, or the closest place above it. */
export function placeOfPointer(places: ReadonlyMap<string, Place>, pointer: string): Place {
  for (let above = pointer; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
    const place = places.get(above);
    if (place) return place;
  }
  return { line: 1, column: 1 };
}

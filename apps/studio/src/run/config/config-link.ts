import { linkTo } from '../../routing/route.js';
import { type Draft, isObject } from './json.js';

/** A config as a part of an address: base64url of its JSON in UTF-8. */
export function encodedConfig(config: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(config));
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The config in a part of an address; undefined where it holds none. */
export function decodedConfig(encoded: string): Draft | undefined {
  try {
    const text = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const config: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isObject(config) ? config : undefined;
  } catch {
    return undefined;
  }
}

/** The place where a config can be seen, changed and run. */
export function runLink(config: object): string {
  return linkTo('run', undefined, { config: encodedConfig(config) });
}

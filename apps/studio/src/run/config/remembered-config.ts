import { FIRST_CONFIG } from './first-config.js';
import { type Draft, isObject } from './json.js';

const KEY = 'projecta-config';

/** The config that was last worked on in this browser; the first one for a new visitor. */
export function rememberedConfig(): Draft {
  try {
    const config: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isObject(config) ? config : FIRST_CONFIG;
  } catch {
    return FIRST_CONFIG;
  }
}

export function rememberConfig(config: Draft): void {
  localStorage.setItem(KEY, JSON.stringify(config));
}

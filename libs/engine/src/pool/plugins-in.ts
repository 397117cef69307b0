import { isPlugin, type UserPlugin } from '../user-plugin.js';

/** The plug-ins that a module exports. */
export function pluginsIn(module: object): UserPlugin[] {
  return [...new Set(Object.values(module).filter(isPlugin))];
}

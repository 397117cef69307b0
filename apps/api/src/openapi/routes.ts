import type { RouteDoc } from './route.js';
import { serverRoutes } from './routes/server-routes.js';

/** Every route, in the order in which the document shows them. */
export function routes(): readonly RouteDoc[] {
  return [...serverRoutes];
}

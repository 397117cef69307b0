import type { Catalogue } from '@projecta/engine';
import type { Schema } from './route.js';
import { SERVER_SCHEMAS } from './schemas/server-schemas.js';

/** Every schema that routes refer to, by name. */
export function schemas(_catalogue: Catalogue): Readonly<Record<string, Schema>> {
  return { ...SERVER_SCHEMAS };
}

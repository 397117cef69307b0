import type { Catalog } from '@projecta/client';
import { catalogueOf, runConfigSchema } from '@projecta/engine';
import type { JsonObject } from '../../../run/config/json.js';
import { type Forms, formsOf } from '../../../run/form/forms.js';

type Item = Catalog['items'][number];

/** The forms of the built-in plug-ins, as the service would have them drawn. */
export function builtInForms(): Forms {
  const schema = JSON.parse(JSON.stringify(runConfigSchema(catalogueOf()))) as JsonObject;
  const items = Object.entries(schema['$defs'] as Readonly<Record<string, JsonObject>>).map(([id, params]): Item => {
    const [kind, name] = id.split('.') as [Item['kind'], string];
    const nothing = { description: '', source: null, version: null, inputs: [], outputs: [], warmup: null, null_hypothesis: null };
    return { kind, name, title: name, params, ...nothing };
  });
  return formsOf({ items, run_config: schema, metrics: [] });
}

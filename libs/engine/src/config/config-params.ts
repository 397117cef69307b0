import { choice, type Params } from '@projecta/plugin';

const SOURCE = choice(['open', 'high', 'low', 'close', 'volume', 'vwap'], {
  default: 'close',
  description: 'The column it is computed from.',
});

/** The parameters of a plug-in as a config writes them: a series indicator also takes its `source` column. */
export function configParams(definition: { readonly params: Params; readonly inputs?: readonly string[] }): Params {
  return definition.inputs?.includes('source') ? { ...definition.params, source: SOURCE } : definition.params;
}

import { array, described, INTEGER, mapOf, nullable, object, ref, type Schema, STRING, words } from '../route.js';

const JSON_SCHEMA: Schema = { type: 'object', additionalProperties: true, description: 'A JSON Schema (2020-12).' };

/** What a config can name. */
export const CATALOG_SCHEMAS: Readonly<Record<string, Schema>> = {
  Catalog: object(
    { items: array(ref('CatalogItem')), run_config: JSON_SCHEMA, sweep_config: JSON_SCHEMA, metrics: array(ref('MetricContract')) },
    ['run_config', 'sweep_config', 'metrics'],
  ),
  CatalogItem: object({
    ...{ kind: ref('PluginKind'), name: STRING, title: STRING, description: STRING },
    source: described(nullable(STRING), 'The paper or implementation that it follows.'),
    version: described(nullable(STRING), "Of a user's plug-in; null where it is built in."),
    inputs: described(array(STRING), 'Columns of the candles that it reads; `source` is the one that its parameter names.'),
    outputs: described(array(STRING), 'Columns, or the keys of its summary.'),
    params: { ...JSON_SCHEMA, description: 'JSON Schema of its parameters, with defaults, ranges, x-unit, x-format and x-aliases.' },
    warmup: described(nullable(ref('Warmup')), 'When its values begin.'),
    null_hypothesis: nullable(STRING),
  }),
  Warmup: object({
    outputs: mapOf(
      object({
        bars: described(INTEGER, 'Index of the first bar with a value, with the defaults.'),
        rule: described(nullable(STRING), 'The same for any parameters, such as slow + signal - 2.'),
      }),
    ),
    description: STRING,
  }),
  PluginKind: words('strategy', 'indicator', 'risk_model', 'slippage_model', 'validation_method'),
};

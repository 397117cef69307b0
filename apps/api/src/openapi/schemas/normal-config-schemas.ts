import { type Catalogue, runConfigSchema } from '@projecta/engine';
import { array, BOOLEAN, described, INSTANT, INTEGER, mapOf, NUMBER, object, ref, type Schema, STRING } from '../route.js';

type Schemas = Readonly<Record<string, Schema>>;

const STOPS = ['stop_loss', 'take_profit', 'trailing_stop', 'max_bars_held'];

/**
 * A RunConfig in its normal form, as answers show it. Names of plug-ins are any: a run may have been made with one that is not loaded now.
 */
export function normalConfigSchemas(catalogue: Catalogue): Schemas {
  const { properties } = runConfigSchema(catalogue) as { readonly properties: Readonly<Record<string, Schema & { properties: Schemas }>> };
  return {
    NormalizedRunConfig: described(
      object({
        ...{ symbol: ref('Symbol'), timeframe: ref('Timeframe'), start: INSTANT, end: INSTANT },
        ...{ indicators: array(ref('NamedPlugin')), features: BOOLEAN, strategy: ref('NamedPlugin') },
        risk: object({ ...properties['risk']!.properties, model: STRING, params: ref('ParamValues') }, STOPS),
        execution: object({ ...properties['execution']!.properties, slippage_model: ref('ModelPlugin') }),
        validation: mapOf(ref('ParamValues')),
        metrics: object(properties['metrics']!.properties),
        seed: INTEGER,
      }),
      'A RunConfig with every default written out, aliases resolved and instants normalised: its SHA-256 is the config_hash.',
    ),
    NamedPlugin: object({ name: STRING, params: ref('ParamValues') }),
    ModelPlugin: object({ model: STRING, params: ref('ParamValues') }),
    ParamValues: mapOf({ anyOf: [NUMBER, STRING, BOOLEAN, array(STRING), mapOf(array({ type: ['number', 'string', 'boolean'] }))] }),
    RunIdentity: described(
      object({
        config: ref('NormalizedRunConfig'),
        data: ref('DataIdentity'),
        engine: ref('EngineIdentity'),
        plugins: array(ref('PluginIdentity')),
      }),
      'What the run_hash is the hash of.',
    ),
    DataIdentity: object({ symbol: ref('Symbol'), timeframe: ref('Timeframe'), bars: INTEGER, data_hash: ref('Hash') }),
    EngineIdentity: object({ name: STRING, semantics_version: INTEGER }),
    PluginIdentity: object({
      kind: { type: 'string', enum: ['indicator', 'strategy', 'risk_model', 'slippage_model'] },
      ...{ name: STRING, version: STRING },
      digest: { anyOf: [ref('Hash'), { type: 'null' }], description: 'SHA-256 of the module file.' },
    }),
  };
}

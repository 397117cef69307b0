import { sweepConfigSchema } from '@projecta/engine';
import { METRIC_IDS } from '@projecta/metrics';
import { array, described, INTEGER, mapOf, NUMBER, object, ref, type Schema, STRING, words } from '../route.js';

interface SweepConfigShape {
  readonly properties: Readonly<Record<'base' | 'overfitting', Schema>> & Readonly<Record<'grid' | 'random', AxesShape>>;
}

interface AxesShape extends Schema {
  readonly additionalProperties: Schema;
}

const SCALAR: Schema = { type: ['number', 'string', 'boolean'] };
const JUDGEMENT = object({ blocks: INTEGER, samples: INTEGER, benchmark: STRING });

/** A sweep as it may be sent, made from the schema of the engine; and its normal form. */
export function sweepConfigSchemas(): Readonly<Record<string, Schema>> {
  const { $schema: _schema, title: _title, ...rest } = sweepConfigSchema();
  const { properties } = rest as unknown as SweepConfigShape;
  const { base, overfitting, grid, random } = properties;
  const refer = (name: string, { description }: Schema): Schema => ({ ...ref(name), description });
  return {
    SweepConfig: {
      ...rest,
      properties: {
        ...properties,
        ...{ base: refer('RunConfig', base), overfitting: refer('validation_method.overfitting', overfitting) },
        ...{ grid: { ...grid, additionalProperties: ref('SweepValues') }, random: { ...random, additionalProperties: ref('SweepAxis') } },
      },
      description: 'A search: a RunConfig, the values to try or to draw, and by which metric the best is chosen. One of grid and random.',
    },
    SweepValues: grid.additionalProperties,
    SweepAxis: random.additionalProperties,
    NormalizedSweep: described(
      object(
        {
          base: ref('NormalizedRunConfig'),
          grid: mapOf(array(SCALAR)),
          random: { ...mapOf({ anyOf: [ref('RandomAxis'), INTEGER] }), description: 'Axes by path, beside the number of `trials`.' },
          objective: words(...METRIC_IDS),
          overfitting: JUDGEMENT,
        },
        ['grid', 'random', 'overfitting'],
      ),
      'A SweepConfig with whole paths in order, ranges as lists and every default written out: its SHA-256 is the config_hash.',
    ),
    RandomAxis: {
      anyOf: [
        object({ values: array(SCALAR) }),
        object({ min: NUMBER, max: NUMBER, step: NUMBER, scale: words('linear', 'log') }, ['step']),
      ],
    },
    SweepIdentity: described(
      object({
        ...{
          sweep: ref('NormalizedSweep'),
          data: ref('DataIdentity'),
          engine: ref('EngineIdentity'),
          plugins: array(ref('PluginIdentity')),
        },
      }),
      'What the sweep_hash is the hash of.',
    ),
  };
}

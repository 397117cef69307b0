import { int, paramsSchema } from '@projecta/plugin';
import { overfitting, walk_forward } from '@projecta/validation';
import type { JsonSchema } from '../config/run-config-schema.js';

/** Where an axis may point: a parameter of the strategy by its bare name, or a whole path. */
const PATH = '^([^.]+|(strategy\\.params|risk|execution)\\..+)$';
const DECIMAL = '\\s*[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?\\s*';

const VALUES: JsonSchema = {
  anyOf: [
    { type: 'array', items: { type: ['number', 'string', 'boolean'] }, minItems: 1, uniqueItems: true },
    { type: 'string', pattern: `^${DECIMAL}:${DECIMAL}:${DECIMAL}$` },
  ],
  description: 'A list of values, or "a:b:step" with b included where the steps reach it.',
};

const AXIS: JsonSchema = {
  oneOf: [
    object({ values: VALUES }, ['values']),
    object(
      {
        min: { type: 'number', description: 'The least that is drawn; above 0 on a logarithmic scale.' },
        max: { type: 'number', description: 'The greatest that is drawn.' },
        step: { type: 'number', exclusiveMinimum: 0, description: 'What is drawn lies so many steps above min; whole parameters have 1.' },
        scale: { type: 'string', enum: ['linear', 'log'], default: 'linear' },
      },
      ['min', 'max'],
    ),
  ],
  description: 'What is drawn from: values, each as likely as the others, or a range.',
};

/**
 * The JSON Schema of a SweepConfig, from which forms are drawn and editors complete. What its base may be is `runConfigSchema`, and that
 * schema describes the values at the paths of its axes, too.
 */
export function sweepConfigSchema(): JsonSchema {
  const axes = { propertyNames: { pattern: PATH }, minProperties: 1 };
  const paths = 'A key is a parameter of the strategy, or a path such as risk.params.fraction or execution.fee_bps.';
  const { trials } = paramsSchema({ trials: int({ min: 1, description: 'How many combinations are drawn.' }) }).properties;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'SweepConfig',
    ...object(
      {
        base: { type: 'object', description: 'The RunConfig whose values are changed.' },
        grid: { type: 'object', additionalProperties: VALUES, ...axes, description: `Values to try, in all combinations. ${paths}` },
        random: {
          ...{ type: 'object', properties: { trials }, required: ['trials'], additionalProperties: AXIS, ...axes, minProperties: 2 },
          description: `Values to draw. ${paths}`,
        },
        ...paramsSchema({ objective: walk_forward.params.objective }).properties,
        overfitting: {
          ...paramsSchema(overfitting.params),
          description: 'Judges the search: is the best more than the best of many tries? Without it, it is not judged.',
        },
      },
      ['base'],
    ),
    oneOf: [{ required: ['grid'] }, { required: ['random'] }],
  };
}

function object(properties: Readonly<Record<string, unknown>>, required: readonly string[]): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

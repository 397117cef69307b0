import type { Param, Params, ParamValue } from './param.js';

/** The JSON Schema (2020-12) of one parameter. */
export type ParamSchema = Readonly<Record<string, ParamValue | object>>;

/** The JSON Schema of an object of parameters, from which forms, documents and OpenAPI are drawn. */
export interface ParamsSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, ParamSchema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

/** The JSON Schema of a plug-in's parameters, with defaults, ranges, units and aliases. */
export function paramsSchema(params: Params): ParamsSchema {
  const required = Object.entries(params)
    .filter(([, param]) => param.default === undefined && !('optional' in param && param.optional === true))
    .map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(params).map(([name, param]) => [name, paramSchema(param)])),
    required,
    additionalProperties: false,
  };
}

function paramSchema(param: Param): ParamSchema {
  const about = {
    ...(param.description === undefined ? {} : { description: param.description }),
    ...(param.default === undefined ? {} : { default: param.default }),
    ...(param.unit === undefined ? {} : { 'x-unit': param.unit }),
    ...(param.aliases === undefined ? {} : { 'x-aliases': param.aliases }),
  };
  switch (param.type) {
    case 'int':
      return { type: 'integer', ...range(param), ...about };
    case 'number':
      return param.word === undefined
        ? { type: 'number', ...range(param), ...about }
        : { anyOf: [{ type: 'number', ...range(param) }, { const: param.word }], ...about };
    case 'flag':
      return { type: 'boolean', ...about };
    case 'text':
      return {
        type: 'string',
        maxLength: param.maxLength ?? 4096,
        ...(param.format === undefined ? {} : { 'x-format': param.format }),
        ...about,
      };
    case 'choice':
      return { type: 'string', enum: param.choices, ...about };
    case 'list':
      return { type: 'array', items: { type: 'string', enum: param.choices }, minItems: 1, uniqueItems: true, ...about };
    case 'grid':
      return { type: 'object', additionalProperties: { type: 'array', minItems: 1 }, ...about };
  }
}

function range({
  min,
  max,
  exclusiveMin,
  exclusiveMax,
}: {
  min?: number;
  max?: number;
  exclusiveMin?: number;
  exclusiveMax?: number;
}): ParamSchema {
  return {
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
    ...(exclusiveMin === undefined ? {} : { exclusiveMinimum: exclusiveMin }),
    ...(exclusiveMax === undefined ? {} : { exclusiveMaximum: exclusiveMax }),
  };
}

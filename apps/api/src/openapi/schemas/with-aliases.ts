import type { Schema } from '../route.js';

interface ParamsShape extends Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The schema of a plug-in's parameters that takes every alias in the place of its canonical name, and never both. */
export function withAliases({ properties, required = [], ...rest }: ParamsShape): Schema {
  const groups = Object.entries(properties).map(([name, schema]) => [name, ...aliasesOf(schema, properties)] as const);
  const more = groups.flatMap(([name, ...aliases]) => aliases.map((alias) => [alias, aliasSchema(name, properties[name]!)] as const));
  const exclusive = groups.filter(({ length }) => length > 1).flatMap(exclusions);
  const needed = groups.filter(([name, ...aliases]) => required.includes(name) && aliases.length > 0);
  const plain = required.filter((name) => !needed.some(([one]) => one === name));
  return {
    ...rest,
    properties: { ...properties, ...Object.fromEntries(more) },
    ...(plain.length > 0 && { required: plain }),
    ...(needed.length > 0 && { allOf: needed.map((names) => ({ anyOf: names.map((name) => ({ required: [name] })) })) }),
    ...(exclusive.length > 0 && { dependentSchemas: Object.fromEntries(exclusive) }),
  };
}

/** An alias that is a parameter's own name means that parameter. */
function aliasesOf(schema: Schema, properties: Readonly<Record<string, Schema>>): string[] {
  const aliases = (schema['x-aliases'] ?? []) as readonly string[];
  return aliases.filter((alias) => !Object.hasOwn(properties, alias));
}

function aliasSchema(name: string, schema: Schema): Schema {
  const { default: _default, description: _description, 'x-aliases': _aliases, ...rule } = schema;
  return { ...rule, description: `The same as ${name}.`, deprecated: true };
}

/** Where one of the names stands, none of the others may. */
function exclusions(names: readonly string[]): [string, Schema][] {
  return names.map((name) => [name, { properties: Object.fromEntries(names.filter((one) => one !== name).map((one) => [one, false])) }]);
}

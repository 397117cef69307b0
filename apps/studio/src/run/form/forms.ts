import type { Catalog, CatalogItem } from '@projecta/client';
import { isObject, type JsonObject } from '../config/json.js';
import { describedAt, type FieldSpec, fieldsOf } from './field-spec.js';

/** A plug-in that a config can name, with the fields of its parameters. */
export interface PluginForm {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly source: string | null;
  readonly fields: readonly FieldSpec[];
}

/** Everything that the form of a config is drawn from. */
export interface Forms {
  readonly strategy: readonly PluginForm[];
  readonly indicator: readonly PluginForm[];
  readonly risk_model: readonly PluginForm[];
  readonly slippage_model: readonly PluginForm[];
  readonly validation_method: readonly PluginForm[];
  readonly top: readonly FieldSpec[];
  readonly risk: readonly FieldSpec[];
  readonly execution: readonly FieldSpec[];
  readonly metrics: readonly FieldSpec[];
  /** The plug-in that stands where a config names none. */
  readonly defaultModel: { readonly risk: string; readonly slippage: string };
  /** Titles of metrics by their ids. */
  readonly titles: ReadonlyMap<string, string>;
}

/** The forms that a catalogue describes. */
export function formsOf({ items, run_config = {}, metrics = [] }: Catalog): Forms {
  const schema = run_config as JsonObject;
  const of = (kind: CatalogItem['kind']): readonly PluginForm[] =>
    items
      .filter((item) => item.kind === kind)
      .map(({ name, title, description, source, params }) => {
        return { name, title, description: description.replaceAll('`', ''), source, fields: fieldsOf(params) };
      });
  return {
    strategy: of('strategy'),
    indicator: of('indicator'),
    risk_model: of('risk_model'),
    slippage_model: of('slippage_model'),
    validation_method: of('validation_method'),
    top: fieldsOf(schema),
    risk: without(fieldsOf(describedAt(schema, 'risk')), ['model']),
    execution: fieldsOf(describedAt(schema, 'execution')),
    metrics: fieldsOf(describedAt(schema, 'metrics')),
    defaultModel: {
      risk: defaultAt(describedAt(schema, 'risk', 'model')),
      slippage: defaultAt(describedAt(schema, 'execution', 'slippage_model', 'model')),
    },
    titles: new Map(metrics.map(({ id, title }) => [id, title])),
  };
}

/** Some fields by name, in the order of the names. */
export function only(fields: readonly FieldSpec[], names: readonly string[]): readonly FieldSpec[] {
  return names.flatMap((name) => fields.filter((field) => field.name === name));
}

/** The fields but some. */
export function without(fields: readonly FieldSpec[], names: readonly string[]): readonly FieldSpec[] {
  return fields.filter(({ name }) => !names.includes(name));
}

function defaultAt(schema: JsonObject): string {
  return isObject(schema) && typeof schema['default'] === 'string' ? schema['default'] : '';
}

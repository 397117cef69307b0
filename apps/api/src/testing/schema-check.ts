import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { OpenApiDocument } from '../openapi/document.js';

/** What is wrong with a value under the schema at a JSON pointer of the document; empty where nothing is. */
export type SchemaCheck = (pointer: readonly string[], value: unknown) => string[];

/** Checks values by the document's schemas (JSON Schema 2020-12). Throws where a schema is none or refers to nothing. */
export function schemaCheck(document: OpenApiDocument): SchemaCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, 'document');
  return (pointer, value) => {
    const validate = ajv.getSchema(`document#/${pointer.map(escaped).join('/')}`);
    if (!validate) throw new Error(`The document has no schema at ${pointer.join(' ')}.`);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
  };
}

/** A step of a JSON pointer in a URI's fragment. */
function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}

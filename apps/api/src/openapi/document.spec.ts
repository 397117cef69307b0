import { describe, expect, test } from '@jest/globals';
import { catalogueOf, validateRunConfig } from '@projecta/engine';
import { ERROR_CODES } from '@projecta/errors';
import { AppModule } from '../app.module.js';
import type { Backend } from '../backend.js';
import { SAMPLE } from '../testing/sample-config.js';
import { schemaCheck } from '../testing/schema-check.js';
import { openApiDocument } from './document.js';
import { CONFIG_EXAMPLES } from './examples/config-examples.js';
import { PROBLEM_EXAMPLES } from './examples/problem-examples.js';
import { registeredRoutes } from './registered-routes.js';
import type { Media } from './route.js';
import { routes } from './routes.js';

const document = openApiDocument(catalogueOf(), '0.1.0');
const text = JSON.stringify(document);
const check = schemaCheck(document);

describe('the OpenAPI document', () => {
  test('has exactly the routes that are registered', () => {
    const { controllers = [] } = AppModule.over({} as Backend);
    const documented = routes().map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(documented.sort()).toEqual(registeredRoutes(controllers).sort());
  });
  test('refers to nothing that it does not have', () => {
    const missing = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!).filter((path) => lookup(path) === undefined);
    expect(missing).toEqual([]);
  });
  test('has no schema that nothing refers to, but those of artifacts that are files', () => {
    const names = Object.keys(lookup('components/schemas') as object);
    const unused = names.filter((name) => !text.includes(`"#/components/schemas/${name}"`));
    expect(unused.sort()).toEqual(['PermutationSummary']);
  });
  test('has an example for every problem code, and for every JSON body and answer', () => {
    expect(Object.keys(lookup('components/examples') as object).sort()).toEqual([...ERROR_CODES].sort());
    for (const { id, content } of contents()) {
      const media = content['application/json'];
      if (media) expect([id, Object.keys(media.examples ?? {}).length > 0]).toEqual([id, true]);
    }
  });
  test('names every operation once', () => {
    const ids = routes().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test('has an example for every parameter that must be given', () => {
    for (const { id, parameters = [] } of routes())
      for (const { name, in: place, required = place === 'path', example } of parameters)
        if (required) expect([id, name, example]).toEqual([id, name, expect.anything()]);
  });
});

describe('examples', () => {
  const examples = contents().flatMap(({ id, pointer, content }) =>
    Object.entries(content).flatMap(([type, { examples = {} }]) =>
      Object.entries(examples).map(([name, { value }]) => [`${id} ${type} ${name}`, [...pointer, type, 'schema'], value] as const),
    ),
  );
  test.each(examples)('%s is as its schema says', (_, pointer, value) => {
    expect(check(pointer, value)).toEqual([]);
  });
  test.each(routes().flatMap(({ id, parameters = [] }) => parameters.map((parameter) => [id, parameter] as const)))(
    'of the parameters of %s are as their schemas say',
    (id, { name, example, schema }) => {
      if (example === undefined) return;
      const { method, path, parameters = [] } = routes().find((route) => route.id === id)!;
      const place = String(parameters.findIndex((one) => one.name === name && one.schema === schema));
      expect(check(['paths', path, method, 'parameters', place, 'schema'], example)).toEqual([]);
    },
  );
  test.each(Object.entries(CONFIG_EXAMPLES))('the config %s can run', (_, { value }) => {
    expect(validateRunConfig(value).errors).toEqual([]);
  });
  test('there is one for every validation method, with every one of its settings', () => {
    for (const [name, { params }] of catalogueOf().validation_method) {
      const { validation } = CONFIG_EXAMPLES[name]!.value as { readonly validation: Readonly<Record<string, object>> };
      expect([name, Object.keys(validation[name]!).sort()]).toEqual([name, Object.keys(params).sort()]);
    }
  });
  test('the first is the sample payload', () => {
    expect(Object.values(CONFIG_EXAMPLES)[0]!.value).toEqual(SAMPLE);
  });
  test.each(ERROR_CODES)('the problem %s is one', (code) => {
    const { value } = PROBLEM_EXAMPLES[code];
    expect(check(['components', 'schemas', 'Problem'], value)).toEqual([]);
    expect(JSON.stringify(value)).toContain(`"code":"${code}"`);
  });
});

interface Content {
  readonly id: string;
  readonly pointer: readonly string[];
  readonly content: Readonly<Record<string, Media>>;
}

/** The bodies and answers of all routes. */
function contents(): Content[] {
  return routes().flatMap(({ id, method, path, body, answers }) => {
    const at = ['paths', path, method];
    const answered = Object.entries(answers).map(([status, { content = {} }]) => ({
      pointer: [...at, 'responses', status, 'content'],
      content,
    }));
    const sent = body ? [{ pointer: [...at, 'requestBody', 'content'], content: body.content }] : [];
    return [...sent, ...answered].map((one) => ({ id, ...one }));
  });
}

function lookup(path: string): unknown {
  return path.split('/').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name.replaceAll('~1', '/')], document);
}

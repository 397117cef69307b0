import { describe, expect, test } from '@jest/globals';
import { catalogueOf } from '@projecta/engine';
import { ERROR_CODES } from '@projecta/errors';
import { AppModule } from '../app.module.js';
import type { Backend } from '../backend.js';
import { openApiDocument } from './document.js';
import { registeredRoutes } from './registered-routes.js';
import { routes } from './routes.js';

const document = openApiDocument(catalogueOf(), '0.1.0');
const text = JSON.stringify(document);

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
  test('has an example for every problem code, and for every JSON body and answer', () => {
    expect(Object.keys(lookup('components/examples') as object).sort()).toEqual([...ERROR_CODES].sort());
    for (const { id, body, answers } of routes()) {
      const contents = [body?.content, ...Object.values(answers).map(({ content }) => content)];
      for (const media of contents.flatMap((content) => (content?.['application/json'] ? [content['application/json']] : [])))
        expect([id, Object.keys(media.examples ?? {}).length > 0]).toEqual([id, true]);
    }
  });
  test('names every operation once', () => {
    const ids = routes().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function lookup(path: string): unknown {
  return path.split('/').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name.replaceAll('~1', '/')], document);
}

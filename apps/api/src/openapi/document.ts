import type { Catalogue } from '@projecta/engine';
import { PROBLEM_EXAMPLES } from './examples/problem-examples.js';
import { PROBLEM_RESPONSES, problemAnswers } from './problem-answers.js';
import type { Answer, RouteDoc, Schema } from './route.js';
import { HEADERS } from './headers.js';
import { routes } from './routes.js';
import { schemas } from './schemas.js';

export type OpenApiDocument = Readonly<Record<string, unknown>>;

const DESCRIPTION = `Backtests you can prove. A run is its config, its candles, the engine and its plug-ins: the same of all four is the same run_hash, and the same bits.

Bodies and answers are JSON unless a route says otherwise; times are ISO 8601 UTC in configs and metadata, epoch milliseconds in series. Lists page by \`limit\` (50, at most 500) and the \`next_cursor\` of the page before. Errors are RFC 9457 problems with a stable \`code\`; what is wrong with an input comes all at once.`;

/** The OpenAPI 3.1 document of the service: routes, schemas from the declarations the engine checks by, an example for each problem code. */
export function openApiDocument(catalogue: Catalogue, version: string): OpenApiDocument {
  const all = routes();
  return {
    openapi: '3.1.0',
    info: { title: 'Project A', version, description: DESCRIPTION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/', description: 'The server that serves this document; http://127.0.0.1:8000 where nothing else is set.' }],
    security: [{ bearer: [] }, { session: [] }, {}],
    tags: [...new Set(all.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: pathsOf(all),
    components: {
      schemas: schemas(catalogue),
      examples: PROBLEM_EXAMPLES,
      responses: usedResponses(all),
      headers: HEADERS,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'PROJECTA_API_TOKEN, where the server has one.' },
        session: { type: 'apiKey', in: 'cookie', name: 'projecta_session', description: 'The cookie of POST /session.' },
      },
    },
  };
}

function pathsOf(all: readonly RouteDoc[]): Readonly<Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of all) (paths[route.path] ??= {})[route.method] = operationOf(route);
  return paths;
}

function operationOf({ id, tag, summary, description, parameters = [], body, answers, problems = [], isOpen }: RouteDoc): object {
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(isOpen && { security: [] }),
    ...(parameters.length > 0 && { parameters: parameters.map((one) => ({ ...one, required: one.required ?? one.in === 'path' })) }),
    ...(body && { requestBody: body }),
    responses: {
      ...problemAnswers(problems),
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)])),
    },
  };
}

/** Those of the shared answers that a route refers to. */
function usedResponses(all: readonly RouteDoc[]): Readonly<Record<string, object>> {
  const used = JSON.stringify(all.map(({ problems = [] }) => problemAnswers(problems)));
  return Object.fromEntries(Object.entries(PROBLEM_RESPONSES).filter(([name]) => used.includes(`"#/components/responses/${name}"`)));
}

function answerOf({ description, content, headers = [] }: Answer): object {
  const named = Object.fromEntries(
    ['X-Request-Id', ...headers].map((name): [string, Schema] => [name, { $ref: `#/components/headers/${name}` }]),
  );
  return { description, headers: named, ...(content && { content }) };
}

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import { type JsonValue, parseJson } from '@projecta/hashing';
import type { ApiRequest } from './api-request.js';

/** A body with its text, by which repeats are known. */
export interface JsonBody {
  readonly text: string;
  readonly value: JsonValue;
}

/** Levels of nesting in a body; set once at the start from the settings. */
export interface BodyLimits {
  readonly nesting: number;
}

/** The JSON body of a request, parsed when its value is first asked for. Throws UNSUPPORTED_MEDIA_TYPE, MALFORMED_JSON, DUPLICATE_KEY, NUMBER_NOT_EXACT, LIMIT_EXCEEDED. */
export const Json = createParamDecorator((_: unknown, context: ExecutionContext): JsonBody => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  const { text } = request;
  if (text === undefined) throw noJson(request);
  const { nesting } = request.app.get('bodyLimits') as BodyLimits;
  let value: JsonValue | undefined;
  return {
    text,
    get value() {
      return (value ??= parseJson(text, { maxDepth: nesting }));
    },
  };
});

function noJson(request: ApiRequest): ProjectaError {
  const type = request.headers['content-type'];
  if (type === undefined || request.is(['application/json', 'application/*+json'])) {
    return new ProjectaError('MALFORMED_JSON', 'The request has no body. Send a JSON object with Content-Type: application/json.');
  }
  return new ProjectaError('UNSUPPORTED_MEDIA_TYPE', `The body is ${type.slice(0, 60)}; send JSON with Content-Type: application/json.`);
}

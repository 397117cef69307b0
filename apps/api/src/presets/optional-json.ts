import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import { type JsonValue, parseJson } from '@projecta/hashing';
import type { ApiRequest } from '../http/api-request.js';
import type { BodyLimits } from '../http/json-body.js';

/** The JSON body of a request that may have none: then it is `{}`. Throws what a body that must be there throws. */
export const OptionalJson = createParamDecorator((_: unknown, context: ExecutionContext): JsonValue => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  const { text, headers } = request;
  if (text !== undefined && text.trim() !== '') {
    return parseJson(text, { maxDepth: (request.app.get('bodyLimits') as BodyLimits).nesting });
  }
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (text !== undefined || !hasBody) return {};
  const type = headers['content-type']?.slice(0, 60) ?? 'of no type';
  throw new ProjectaError('UNSUPPORTED_MEDIA_TYPE', `The body is ${type}; send JSON with Content-Type: application/json.`);
});

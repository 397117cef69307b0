import { ProjectaError } from '@projecta/errors';
import type { NextFunction, Request, Response } from 'express';

/** Paths that answer in other types than JSON, or choose by themselves. */
const OTHERS = /^\/(docs|metrics|problems|studio|candles|openapi)|\/(events|artifacts\/[^/]+)$|^\/events$/;

/** Refuses a request that takes neither JSON nor anything else that its path answers with. */
export function acceptCheck(request: Request, _response: Response, next: NextFunction): void {
  const { accept } = request.headers;
  if (accept === undefined || request.method === 'OPTIONS' || OTHERS.test(request.path)) return next();
  if (request.accepts(['application/json', 'application/problem+json'])) return next();
  next(new ProjectaError('NOT_ACCEPTABLE', `The answer is application/json, which Accept: ${accept.slice(0, 100)} does not take.`));
}

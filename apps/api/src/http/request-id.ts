import type { NextFunction, Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import type { ApiRequest } from './api-request.js';

const GIVEN = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives every request an id: the client's own X-Request-Id where it is plain, else a new one. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
  (request as ApiRequest).id = id;
  response.setHeader('X-Request-Id', id);
  next();
}

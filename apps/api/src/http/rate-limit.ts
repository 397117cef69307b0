import { ProjectaError } from '@projecta/errors';
import type { Settings } from '@projecta/home';
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { isLoopback } from './loopback.js';

const ELSEWHERE = 1_200;
const WINDOW_MS = 60_000;

/** Bounds the requests of a client (by address) in a minute; on loopback there is no bound unless one is set. */
export function requestRate({ host, limits }: Pick<Settings, 'host' | 'limits'>): RequestHandler {
  const limit = limits.requests_a_minute || (isLoopback(host) ? 0 : ELSEWHERE);
  if (limit === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: WINDOW_MS,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request) => request.path.startsWith('/health'),
    handler: (_request, _response, next) =>
      next(
        new ProjectaError('RATE_LIMITED', `More than ${limit} requests came from this client in a minute. Wait, then go on more slowly.`),
      ),
  });
}

import { ProjectaError } from '@projecta/errors';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser names the page that a request comes from. One that changes something must come from this server's own pages or from a listed
 * origin: forms of other sites reach loopback too, without asking first.
 */
export function originCheck(allowed: readonly string[]): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    const { origin, host } = request.headers;
    if (SAFE.has(request.method) || origin === undefined || allowed.includes(origin) || hostOf(origin) === host) return next();
    next(
      new ProjectaError(
        'HOST_NOT_ALLOWED',
        `Pages of ${origin.slice(0, 100)} may not use this server. List the origin in PROJECTA_CORS_ORIGINS to let them.`,
      ),
    );
  };
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

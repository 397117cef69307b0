import { ProjectaError } from '@projecta/errors';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { isSame, isSession, SESSION_COOKIE } from './session-token.js';

/** What needs no token: liveness, the documentation, and the way to a session. */
const OPEN = /^\/(health(\/ready)?|docs(\/.*)?|openapi\.(json|yaml)|problems(\/[A-Z_]+)?|session|studio(\/.*)?|favicon\.ico)?$/;

/** Lets in who shows the token, as a bearer or by the session cookie. Without a token set, everybody. */
export function authentication(token: string | null): RequestHandler {
  if (token === null) return (_request, _response, next) => next();
  return (request: Request, _response: Response, next: NextFunction) => {
    if (OPEN.test(request.path) || isKnown(request, token)) return next();
    next(
      new ProjectaError(
        'UNAUTHORIZED',
        'This server wants a token: send Authorization: Bearer TOKEN, or POST it to /session once for a cookie.',
      ),
    );
  };
}

function isKnown(request: Request, token: string): boolean {
  const bearer = bearerOf(request);
  if (bearer !== undefined) return isSame(bearer, token);
  const cookie = cookieOf(request, SESSION_COOKIE);
  return cookie !== undefined && isSession(cookie, token, Math.floor(new Date().getTime() / 1000));
}

/** The token of an Authorization header. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

import { ProjectaError } from '@projecta/errors';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { isLoopback, LOOPBACK } from './loopback.js';

/**
 * On loopback a name that is not loopback's is somebody else's page, whose domain was pointed here (DNS rebinding): refused. On other
 * hosts the token keeps such pages out.
 */
export function hostCheck(host: string): RequestHandler {
  if (!isLoopback(host)) return (_request, _response, next) => next();
  return (request: Request, _response: Response, next: NextFunction) => {
    const name = hostName(request.headers.host ?? '');
    if (LOOPBACK.includes(name)) return next();
    next(
      new ProjectaError('HOST_NOT_ALLOWED', 'This server answers to 127.0.0.1, localhost and [::1] only. Use one of them in the address.'),
    );
  };
}

/** A Host header without its port, in lower case. */
function hostName(header: string): string {
  return header
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
}

import { ProjectaError } from '@projecta/errors';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Once the server is stopping, connections that are open are told so and closed. */
export function whileOpen(closing: AbortSignal): RequestHandler {
  return (_request: Request, response: Response, next: NextFunction) => {
    if (!closing.aborted) return next();
    response.setHeader('Connection', 'close');
    next(new ProjectaError('SHUTTING_DOWN', 'The server is stopping; try again when it is back.'));
  };
}

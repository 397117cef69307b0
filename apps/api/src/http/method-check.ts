import { NotFoundException } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { literalPaths, methodsAt } from './allowed-methods.js';

/** An address of its own takes its own methods only: DELETE /runs/compare is not the DELETE of a run whose hash is `compare`. */
export function methodCheck(): RequestHandler {
  let literal: Set<string> | undefined;
  return (request: Request, _response: Response, next: NextFunction) => {
    literal ??= literalPaths(request.app); // all routes are there once the first request is
    if (!literal.has(request.path) || methodsAt(request.app, request.path).includes(request.method)) return next();
    next(new NotFoundException());
  };
}

import { ProjectaError } from '@projecta/errors';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

/**
 * Reads a JSON body as text: it is parsed where it is used, by a parser that refuses duplicate keys and numbers that are not exact.
 * Compressed bodies are refused, so that a small one cannot become a large one.
 */
export function jsonText(limit: number): RequestHandler {
  const read = express.text({ type: ['application/json', 'application/*+json'], limit, inflate: false, defaultCharset: 'utf-8' });
  return (request: Request, response: Response, next: NextFunction) => {
    read(request, response, (error?: unknown) => {
      if ((error as { status?: number } | undefined)?.status === 413) {
        return next(new ProjectaError('PAYLOAD_TOO_LARGE', `The body is larger than the ${limit} bytes that are taken.`));
      }
      if (error) return next(error);
      if (typeof request.body === 'string') (request as { text?: string }).text = request.body;
      next();
    });
  };
}

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import type { Response } from 'express';
import type { Logger } from 'winston';
import { methodsAt } from './allowed-methods.js';
import type { ApiRequest } from './api-request.js';
import { problemDocument } from './problem-document.js';

/** The one place that turns errors into HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, { request: http.getRequest<ApiRequest>(), response: http.getResponse<Response>(), log: this.log });
  }
}

/** Answers with a problem; an answer that has begun is cut off instead. */
export function answerProblem(
  thrown: unknown,
  { request, response, log }: { readonly request: ApiRequest; readonly response: Response; readonly log: Logger },
): void {
  const methods = isNowhere(thrown) ? methodsAt(request.app, request.path) : [];
  if (methods.length > 0) response.setHeader('Allow', methods.join(', '));
  if (methods.length > 0 && request.method === 'OPTIONS') return void response.status(204).end();
  const error = translated(thrown, request, methods);
  const problem = problemDocument(error, { instance: request.path, request_id: request.id });
  if (problem.status >= 500) log.error(problem.detail, { request_id: request.id, code: problem.code, error: thrown });
  if (response.headersSent) return void response.destroy();
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  if (problem.retryable && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', '1');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Whether no route took the request. */
function isNowhere(error: unknown): boolean {
  return error instanceof HttpException && error.getStatus() === 404;
}

/** What Nest and Express throw by themselves, in our codes. */
function translated(error: unknown, request: ApiRequest, methods: readonly string[]): unknown {
  if (methods.length > 0)
    return new ProjectaError('METHOD_NOT_ALLOWED', `${request.method} is not possible here; ${methods.join(', ')} are.`);
  if (isNowhere(error)) return new ProjectaError('NOT_FOUND', `There is nothing at ${request.path}. GET /docs lists what there is.`);
  if (error instanceof RunCancelled)
    return new ProjectaError('SHUTTING_DOWN', 'The server stopped while it worked on this; try again when it is back.');
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: unknown } | null)?.status;
  if (error instanceof ProjectaError || typeof status !== 'number') return error;
  if (status === 400) return new ProjectaError('MALFORMED_JSON', 'The request cannot be read: its address, headers or body are malformed.');
  if (status === 413) return new ProjectaError('PAYLOAD_TOO_LARGE', 'The body is larger than this server takes.');
  if (status === 415)
    return new ProjectaError('UNSUPPORTED_MEDIA_TYPE', 'The body has an encoding or charset that is not taken. Send plain UTF-8 JSON.');
  return error;
}

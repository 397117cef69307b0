import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response, NextFunction } from 'express';
import { AppModule } from './app.module.js';
import type { Backend } from './backend.js';
import type { ApiRequest } from './http/api-request.js';
import { jsonText } from './http/json-text.js';
import { answerProblem, ProblemFilter } from './http/problem-filter.js';
import { requestId } from './http/request-id.js';

/** The HTTP application over a backend; it does not listen yet. */
export async function createApp(backend: Backend): Promise<NestExpressApplication> {
  const { settings, log } = backend;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.over(backend), {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('bodyLimits', settings.limits);
  app.use(requestId);
  app.use(jsonText(settings.limits.body_bytes));
  // what middleware throws does not reach Nest's filters
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    answerProblem(error, { request: request as ApiRequest, response, log }),
  );
  app.useGlobalFilters(new ProblemFilter(log));
  await app.init();
  return app;
}

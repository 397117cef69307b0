import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { AppModule } from './app.module.js';
import type { Backend } from './backend.js';
import { acceptCheck } from './http/accept-check.js';
import { accessLog } from './http/access-log.js';
import type { ApiRequest } from './http/api-request.js';
import { compressAnswers } from './http/compress-answers.js';
import { CORS_HEADERS } from './http/cors-headers.js';
import { hostCheck } from './http/host-check.js';
import { jsonText } from './http/json-text.js';
import { methodCheck } from './http/method-check.js';
import { originCheck } from './http/origin-check.js';
import { answerProblem, ProblemFilter } from './http/problem-filter.js';
import { requestRate } from './http/rate-limit.js';
import { requestId } from './http/request-id.js';
import { openApiDocument } from './openapi/document.js';
import { serveDocs } from './openapi/docs.js';
import { securityHeaders } from './http/security-headers.js';
import { serveStudio } from './studio/serve-studio.js';
import { whileOpen } from './http/while-open.js';
import { authentication } from './session/authentication.js';

/** The HTTP application over a backend; it does not listen yet. */
export async function createApp(backend: Backend): Promise<NestExpressApplication> {
  const { settings, log, metrics, closing, catalogue, version } = backend;
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
  app.use(accessLog(log, metrics));
  app.use(securityHeaders());
  app.use(hostCheck(settings.host));
  if (settings.corsOrigins.length > 0) app.enableCors({ ...CORS_HEADERS, origin: [...settings.corsOrigins] });
  app.use(requestRate(settings));
  app.use(originCheck(settings.corsOrigins));
  app.use(authentication(settings.apiToken));
  app.use(whileOpen(closing));
  app.use(methodCheck());
  app.use(acceptCheck);
  app.use(compressAnswers());
  app.use(jsonText(settings.limits.body_bytes));
  app.useGlobalFilters(new ProblemFilter(log));
  serveDocs(app, openApiDocument(catalogue, version));
  serveStudio(app);
  await app.init();
  const express = app.getHttpAdapter().getInstance() as { use(...handlers: unknown[]): void };
  // what middleware throws does not reach Nest's filters
  express.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    answerProblem(error, { request: request as ApiRequest, response, log }),
  );
  return app;
}

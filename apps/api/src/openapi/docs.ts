import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { OpenApiDocument } from './document.js';

/** Serves the document at /openapi.json and Swagger UI at /docs. */
export function serveDocs(app: NestExpressApplication, document: OpenApiDocument): void {
  const text = JSON.stringify(document);
  const express = app.getHttpAdapter().getInstance() as {
    get(path: string, handler: (request: Request, response: Response) => void): void;
  };
  express.get('/openapi.json', (_request, response) => void response.type('json').send(text));
  SwaggerModule.setup('docs', app, document as unknown as OpenAPIObject, {
    raw: false,
    customSiteTitle: 'Project A: the API',
    swaggerOptions: { docExpansion: 'none', defaultModelsExpandDepth: 0 },
  });
}

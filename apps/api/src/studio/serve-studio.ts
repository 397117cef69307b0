import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type RequestHandler, type Response } from 'express';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Files whose names hold a hash of what is in them. */
const HASHED = /[\\/]assets[\\/]/;

/** Serves the page at / and its parts below /studio/; says what to do where it has not been built. */
export function serveStudio(app: NestExpressApplication): void {
  const page = join(dirname(createRequire(import.meta.url).resolve('@projecta/studio/package.json')), 'dist', 'index.html');
  const routes = app.getHttpAdapter().getInstance() as Routes;
  if (!existsSync(page)) {
    routes.get(
      ['/', '/studio/'],
      (_request, response) => void response.status(404).type('text').send('The studio is not built: npm run build.\n'),
    );
    return;
  }
  routes.get(['/', '/studio/'], (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page, { cacheControl: false });
  });
  routes.use('/studio', express.static(dirname(page), { index: false, redirect: false, setHeaders: cacheControl }));
}

interface Routes {
  get(paths: readonly string[], handler: RequestHandler): void;
  use(path: string, handler: RequestHandler): void;
}

function cacheControl(response: Response, file: string): void {
  response.setHeader('Cache-Control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
}

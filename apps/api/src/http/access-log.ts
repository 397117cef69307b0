import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'winston';
import type { ServerMetrics } from '../metrics/server-metrics.js';
import type { ApiRequest } from './api-request.js';

/** A line a request, and its time in the metrics. What succeeds and changes nothing is told at level debug: front ends poll and repeat. */
export function accessLog(log: Logger, metrics: ServerMetrics): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const since = performance.now();
    response.once('close', () => {
      const ms = performance.now() - since;
      const { method, path, route } = request as Request & { readonly route?: { readonly path: string } };
      const status = response.statusCode;
      metrics.requestSeconds.observe({ method, route: route?.path ?? 'none', status }, ms / 1000);
      const level = changesNothing(method, status) ? 'debug' : 'info';
      if (!log.isLevelEnabled(level)) return; // winston would format the line before it finds out
      const { run_hash, sweep_hash } = request.params as { readonly run_hash?: string; readonly sweep_hash?: string };
      log.log(level, `${method} ${path} ${status}`, {
        request_id: (request as ApiRequest).id,
        ms: Math.round(ms * 10) / 10,
        ...(run_hash && { run_hash }),
        ...(sweep_hash && { sweep_hash }),
      });
    });
    next();
  };
}

/** A POST that makes something answers 201 or 202. */
function changesNothing(method: string, status: number): boolean {
  return status < 400 && (method === 'GET' || method === 'HEAD' || (method === 'POST' && status === 200));
}

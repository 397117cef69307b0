import { type CandleSlice, symbolFileName } from '@projecta/home';
import { TABLE_FORMATS } from '@projecta/artifacts';
import { ProjectaError } from '@projecta/errors';
import type { Request, Response } from 'express';
import { isNotModified } from '../http/not-modified.js';
import type { CandlesQuery } from './candles-query.js';

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** Refuses a request that does not take the format it asks for. Throws NOT_ACCEPTABLE. */
export function checkAccepted({ format }: CandlesQuery, request: Request): void {
  const { media_type } = TABLE_FORMATS[format.name];
  if (request.accepts(media_type.split(';')[0]!)) return;
  const message = `The answer is ${media_type}, which the request's Accept does not take. format is json, csv or arrow.`;
  throw new ProjectaError('NOT_ACCEPTABLE', message);
}

/**
 * Answers with candles. The entity tag is their data_hash, so an answer to the same address holds until the data set is replaced; texts may be
 * compressed on the way, so theirs is weak.
 */
export function sendCandles({ symbol, timeframe, format }: CandlesQuery, slice: CandleSlice, { request, response }: Exchange): void {
  const { body, data_hash, bars, source } = slice;
  const { media_type, extension } = TABLE_FORMATS[format.name];
  const isExact = format.name === 'arrow';
  response.setHeader('ETag', `${isExact ? '' : 'W/'}"${data_hash}"`);
  response.setHeader('Cache-Control', `private, no-cache${isExact ? ', no-transform' : ''}`);
  if (isNotModified(request, `"${data_hash}"`)) return void response.status(304).end();
  response.setHeader('Content-Type', media_type);
  response.setHeader('X-Data-Hash', data_hash);
  response.setHeader('X-Bars', String(bars));
  response.setHeader('X-Source', source);
  if (format.name !== 'json') {
    response.setHeader('Content-Disposition', `attachment; filename="${symbolFileName(symbol)}-${timeframe}.${extension}"`);
  }
  response.setHeader('Content-Length', String(body.byteLength));
  response.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}

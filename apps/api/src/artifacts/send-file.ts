import { ProjectaError } from '@projecta/errors';
import type { Response } from 'express';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ApiRequest } from '../http/api-request.js';
import { isNotModified } from '../http/not-modified.js';
import { problemDocument } from '../http/problem-document.js';
import { byteRange, type ByteRange } from './byte-range.js';

/** A file to send, which is closed by then. */
export interface SentFile {
  readonly handle: FileHandle;
  readonly size: number;
  /** Strong, in quotes. */
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request, and where its answer goes. */
export interface Exchange {
  readonly request: ApiRequest;
  readonly response: Response;
}

/** Answers 304 where the client has the file already, and says whether it did. */
export function sendNotModified({ etag, headers }: Pick<SentFile, 'etag' | 'headers'>, { request, response }: Exchange): boolean {
  if (!isNotModified(request, etag)) return false;
  const { 'Content-Type': _type, 'Content-Disposition': _name, ...kept } = headers;
  response.setHeaders(new Map(Object.entries({ ...kept, ETag: etag })));
  response.status(304).end();
  return true;
}

/** Answers with a file or one range of it, from the disk, as fast as the client reads. */
export async function sendFile({ handle, size, etag, headers }: SentFile, { request, response }: Exchange): Promise<void> {
  try {
    response.setHeaders(new Map(Object.entries({ ...headers, ETag: etag, 'Accept-Ranges': 'bytes' }))); // `set` would add a charset
    const range = wantedRange(request, { size, etag });
    if (range === 'unsatisfiable') return refuseRange(size, { request, response });
    const { start, end } = range ?? { start: 0, end: size - 1 };
    if (range) response.status(206).set('Content-Range', `bytes ${start}-${end}/${size}`);
    response.set('Content-Length', String(end - start + 1));
    if (request.method === 'HEAD' || end < start) return void response.end();
    await pipeline(handle.createReadStream({ start, end, autoClose: false }), response);
  } catch (error) {
    if (!response.destroyed || (error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error; // else the client left
  } finally {
    await handle.close();
  }
}

/** Only GET takes ranges, and `If-Range` only where it names the file as it is. */
function wantedRange(
  { method, headers }: ApiRequest,
  { size, etag }: Pick<SentFile, 'size' | 'etag'>,
): ByteRange | 'unsatisfiable' | undefined {
  const condition = headers['if-range'];
  if (method !== 'GET' || (condition !== undefined && condition !== etag)) return undefined;
  return byteRange(headers.range, size);
}

/** 416 has no code of its own: the range is out of range. */
function refuseRange(size: number, { request, response }: Exchange): void {
  const message = `Range: ${String(request.headers.range).slice(0, 60)} begins beyond the end of the file, which has ${size} bytes.`;
  const problem = problemDocument(new ProjectaError('OUT_OF_RANGE', message), { instance: request.path, request_id: request.id });
  for (const name of ['ETag', 'Content-Disposition', 'Cache-Control']) response.removeHeader(name);
  response.status(416).set('Content-Range', `bytes */${size}`).type('application/problem+json');
  response.send(JSON.stringify({ ...problem, status: 416 }));
}

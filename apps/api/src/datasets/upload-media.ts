import { ProjectaError } from '@projecta/errors';
import type { Request } from 'express';

/** What a data set may be sent as; what it is shows in its first bytes. */
export const UPLOAD_TYPES = [
  'text/csv',
  'text/tab-separated-values',
  'application/gzip',
  'application/vnd.apache.parquet',
  'application/octet-stream',
] as const;

/** A gzip encoding needs no undoing: gzip is known by its first bytes. */
const ENCODINGS = ['identity', 'gzip', 'x-gzip'];

/** Refuses a body that says it is something else, or a part; one that says nothing is looked at. Throws UNSUPPORTED_MEDIA_TYPE, NOT_ALLOWED. */
export function checkUploadMedia({ headers }: Request): void {
  if (headers['content-range'] !== undefined) throw new ProjectaError('NOT_ALLOWED', 'A data set is sent whole: leave Content-Range out.');
  const type = headers['content-type'];
  const plain = type?.split(';')[0]!.trim().toLowerCase();
  if (plain !== undefined && !(UPLOAD_TYPES as readonly string[]).includes(plain)) {
    throw refusal(`The body is ${type!.slice(0, 60)}; send the file as one of ${UPLOAD_TYPES.join(', ')}, such as Content-Type: text/csv.`);
  }
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding === undefined || ENCODINGS.includes(encoding)) return;
  throw refusal(`The body is encoded as ${encoding.slice(0, 60)}; send it as it is, or gzipped.`);
}

function refusal(message: string): ProjectaError {
  return new ProjectaError('UNSUPPORTED_MEDIA_TYPE', message);
}

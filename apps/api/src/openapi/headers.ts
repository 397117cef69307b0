import type { Schema } from './route.js';

const header = (description: string, schema: Schema = { type: 'string' }): Schema => ({ description, required: true, schema });
const sometimes = (description: string): Schema => ({ description, schema: { type: 'string' } });

/** Every header that an answer may name. One that is required is there whenever an answer names it. */
export const HEADERS: Readonly<Record<string, Schema>> = {
  'X-Request-Id': header("Of this request, in each line of the server's log that is about it; a plain one of the client's is taken over."),
  Location: header('Where what was made is.'),
  'Retry-After': header('Seconds to wait before the same request.', { type: 'integer', minimum: 0 }),
  'Preference-Applied': sometimes('The preference that was honoured, such as wait=10.'),
  ETag: header('The SHA-256 of the content, quoted; weak (W/) where the answer may be compressed on its way.', {
    type: 'string',
    pattern: '^(W/)?"[0-9a-f]{64}"$',
  }),
  'Accept-Ranges': header('Parts may be asked for by Range.', { type: 'string', const: 'bytes' }),
  'Content-Range': header('Which bytes of how many.', { type: 'string', pattern: '^bytes (\\d+-\\d+|\\*)/\\d+$' }),
  'Content-Disposition': header('A name under which to save it.'),
  'Cache-Control': header('How long a copy holds.'),
  'Set-Cookie': sometimes('The session, HttpOnly and SameSite=Strict.'),
  'WWW-Authenticate': header('How to show the token.', { type: 'string', const: 'Bearer' }),
  'X-Data-Hash': header('The data_hash of the candles.', { type: 'string', pattern: '^[0-9a-f]{64}$' }),
  'X-Bars': header('Bars of the span, before it was downsampled.', { type: 'integer', minimum: 0 }),
  'X-Source': header('Where the candles come from.', { type: 'string', enum: ['stored', 'folder', 'built_in'] }),
};

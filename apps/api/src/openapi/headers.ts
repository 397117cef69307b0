import type { Schema } from './route.js';

const header = (description: string, schema: Schema = { type: 'string' }): Schema => ({ description, schema });

/** Every header that an answer may name. */
export const HEADERS: Readonly<Record<string, Schema>> = {
  'X-Request-Id': header("Of this request, in each line of the server's log that is about it; a plain one of the client's is taken over."),
  Location: header('Where what was made is.'),
  'Retry-After': header('Seconds to wait before the same request.', { type: 'integer' }),
  'Preference-Applied': header('The preference that was honoured, such as wait=10.'),
  ETag: header('The SHA-256 of the content, quoted.'),
  'Content-Range': header('Which bytes of how many.'),
  'Cache-Control': header('How long a copy holds.'),
  'Set-Cookie': header('The session, HttpOnly and SameSite=Strict.'),
};

import type { JsonValue } from '@projecta/hashing';
import type { Request } from 'express';

/** A request as it is after the middleware. */
export interface ApiRequest extends Request {
  /** Of this request, in the answer's X-Request-Id and on each line of the log. */
  id: string;
  /** The text of a JSON body. */
  text?: string;
  /** Its value, where there is one. */
  json?: JsonValue;
}

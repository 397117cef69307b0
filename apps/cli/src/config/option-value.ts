import { ProjectaError } from '@projecta/errors';
import { type JsonValue, parseJson } from '@projecta/hashing';

/** The value of an option: JSON, or a plain string; what is JSON but not exact is refused rather than taken for text. */
export function optionValue(written: string): JsonValue {
  try {
    return parseJson(written);
  } catch (error) {
    if (error instanceof ProjectaError && error.code === 'MALFORMED_JSON') return written;
    throw error;
  }
}

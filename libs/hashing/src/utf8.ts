import { ProjectaError, quote } from '@projecta/errors';

/** The UTF-8 bytes of a well-formed text; half of a surrogate pair is refused, since it has none. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3); // a UTF-16 unit never takes more
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[n++] = unit;
    } else if (unit < 0x800) {
      bytes[n++] = 0xc0 | (unit >> 6);
      bytes[n++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      bytes[n++] = 0xe0 | (unit >> 12);
      bytes[n++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[n++] = 0x80 | (unit & 0x3f);
    } else {
      const point = text.codePointAt(i++)!;
      if (point <= 0xffff)
        throw new ProjectaError(
          'NOT_ALLOWED',
          `The text ${quote(text)} has half of a surrogate pair at index ${i - 1}; it has no UTF-8 form.`,
        );
      bytes[n++] = 0xf0 | (point >> 18);
      bytes[n++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[n++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[n++] = 0x80 | (point & 0x3f);
    }
  }
  return bytes.slice(0, n);
}

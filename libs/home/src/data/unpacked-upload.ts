import { ProjectaError } from '@projecta/errors';
import { dataInvalid } from '@projecta/candles';
import { gunzipSync } from 'node:zlib';

/** The bytes of an upload, unzipped where they are gzip. Throws PAYLOAD_TOO_LARGE beyond so many bytes, DATA_INVALID for what cannot be unzipped. */
export function unpackedUpload(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  const unzipped = unzip(bytes, maxBytes);
  if (isGzip(unzipped)) throw damaged('is gzipped twice. Send it gzipped once, or as it is.');
  return unzipped;
}

function unzip(bytes: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ProjectaError(
        'PAYLOAD_TOO_LARGE',
        `The upload is larger than ${maxBytes} bytes when it is unzipped, which is what this server takes.`,
      );
    }
    throw damaged('cannot be unzipped: it is damaged or not whole. Send it again.');
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function damaged(why: string): ProjectaError {
  return dataInvalid([{ path: '', code: 'DATA_INVALID', message: `upload: the file ${why}` }], 1);
}

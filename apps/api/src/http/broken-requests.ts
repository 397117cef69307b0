import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Answers what Node's parser refuses, which no route ever sees, in the form of all other problems. */
export function answerBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    const status = STATUS[error.code ?? ''] ?? { status: 400, reason: 'Bad Request', detail: 'The request is not HTTP that can be read.' };
    const problem = JSON.stringify({
      ...{ type: '/problems/MALFORMED_JSON', title: status.reason, status: status.status, detail: status.detail },
      ...{ instance: '', code: 'MALFORMED_JSON', retryable: false },
    });
    socket.end(
      `HTTP/1.1 ${status.status} ${status.reason}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(problem)}\r\nConnection: close\r\n\r\n${problem}`,
    );
  });
}

const STATUS: Readonly<Record<string, { readonly status: number; readonly reason: string; readonly detail: string }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, reason: 'Request Header Fields Too Large', detail: 'The headers are larger than 16 kB.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: 'Request Timeout', detail: 'The request took too long to arrive.' },
};

import { connect, type Socket } from 'node:net';

/**
 * Drives a server from a process of its own and prints how many requests a second it answered: `node load-driver.js '{…LoadPlan}'`.
 * It speaks HTTP by hand over keep-alive connections, one request at a time on each, so that the server is what is measured.
 */
export interface LoadPlan {
  readonly port: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string;
  readonly connections: number;
  /** How many answers it waits for. */
  readonly requests: number;
  readonly status: number;
}

const { port, method, path, body, connections, requests, status } = JSON.parse(process.argv[2]!) as LoadPlan;
const content = body === '' ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
const request = Buffer.from(`${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${content}\r\n${body}`);
const expected = `HTTP/1.1 ${status} `;

let sent = 0;
let answered = 0;

/** Sends a request whenever the answer to the one before is whole. */
function drive(socket: Socket): void {
  let text = '';
  let wanted = Infinity;
  socket.setEncoding('latin1');
  socket.on('data', (piece: string) => {
    text += piece;
    if (wanted === Infinity) wanted = lengthOf(text);
    if (text.length < wanted) return;
    answered += 1;
    text = '';
    wanted = Infinity;
    if (answered === requests) return report();
    if (sent < requests) ask(socket);
  });
  ask(socket);
}

function ask(socket: Socket): void {
  sent += 1;
  socket.write(request);
}

function report(): void {
  process.stdout.write(`${JSON.stringify({ per_second: (answered * 1000) / (performance.now() - since) })}\n`);
  process.exit(0);
}

/** How long an answer is of which the head is there. */
function lengthOf(text: string): number {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return Infinity;
  if (!text.startsWith(expected)) throw new Error(`An answer begins ${text.slice(0, 40)}, not ${expected}`);
  return end + 4 + Number(/^content-length: (\d+)/im.exec(text)![1]);
}

const sockets = await Promise.all(
  Array.from(
    { length: connections },
    () =>
      new Promise<Socket>(
        (resolve) =>
          void connect({ port, host: '127.0.0.1', noDelay: true }, function (this: Socket) {
            resolve(this);
          }),
      ),
  ),
);
const since = performance.now();
sockets.forEach(drive);

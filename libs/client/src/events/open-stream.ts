import type { Transport } from '../transport.js';
import type { OpenStream } from './follow-events.js';

/** Opens the event stream at a path, after an event. */
export function openStream(send: Transport['send'], path: string): OpenStream {
  return (position, signal) => {
    const after = position === undefined ? {} : { 'Last-Event-ID': String(position) };
    return send(path, { headers: { Accept: 'text/event-stream', ...after }, cache: 'no-store', signal });
  };
}

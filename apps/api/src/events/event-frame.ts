import type { RunEvent, RunKind } from '@projecta/persistence';
import { eventView } from './event-view.js';

/** An event as a stream carries it (HTML, "Server-sent events"): its number, its type, and what it says on one line. */
export function eventFrame(event: RunEvent, kind: RunKind): string {
  return `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(eventView(event, kind))}\n\n`;
}

import type { Line } from '@projecta/engine';
import type { MessagePort, TransferListItem } from 'node:worker_threads';

/** A line over one of Node's ports. */
export function nodeLine<Out, In>(port: MessagePort): Line<Out, In> {
  return {
    post: (message, transfer = []) => port.postMessage(message, transfer as readonly TransferListItem[]),
    listen({ onMessage, onEnd }) {
      port.on('message', onMessage);
      port.on('close', onEnd);
    },
    close: () => port.close(),
  };
}

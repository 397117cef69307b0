import type { Line } from '@projecta/engine';

/** A line over one of the browser's ports. Not every browser tells of the end of the other side; a pool learns it from its worker. */
export function webLine<Out, In>(port: MessagePort): Line<Out, In> {
  return {
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    listen({ onMessage, onEnd }) {
      port.onmessage = ({ data }: MessageEvent<In>) => onMessage(data);
      port.addEventListener('close', onEnd);
    },
    close: () => port.close(),
  };
}

/** One end of a line between two threads. */
export interface Line<Out, In> {
  /** Posts plain data; buffers in `transfer` are handed over instead of copied. */
  post(message: Out, transfer?: readonly ArrayBuffer[]): void;
  /** `onEnd` is called once the other end is gone, where the platform tells. */
  listen(listeners: { readonly onMessage: (message: In) => void; readonly onEnd: () => void }): void;
  close(): void;
}

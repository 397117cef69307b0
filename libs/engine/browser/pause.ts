/** Resolves after the event loop has turned, and so many milliseconds. Timers wait at least 4 ms here once they follow one another, a message does not. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms > 0) return void setTimeout(resolve, ms);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

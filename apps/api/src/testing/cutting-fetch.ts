/** Sends requests to the server of the moment, and cuts every event stream off after its first event. */
export function cuttingFetch(urlNow: () => string): (request: Request) => Promise<Response> {
  return async (request) => {
    const response = await sentTo(urlNow(), request);
    if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
    return new Response(untilFirstEvent(response.body), { status: response.status, headers: response.headers });
  };
}

/** Sends a request to another server than the one it names. */
export function sentTo(url: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return fetch(new Request(`${url}${pathname}${search}`, request));
}

/** Without `retry`: a test has no two seconds for each event. */
function untilFirstEvent(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let text = '';
  let isCut = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (isCut) return controller.error(new Error('The connection is cut.')); // now that the event has been read
      const { done, value } = await reader.read();
      if (done) return controller.close();
      text += new TextDecoder().decode(value, { stream: true });
      const frames = text.split('\n\n');
      const event = frames.slice(0, -1).find((frame) => frame.includes('data: '));
      if (event === undefined) return;
      controller.enqueue(new TextEncoder().encode(`${event}\n\n`));
      isCut = true;
      await reader.cancel();
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

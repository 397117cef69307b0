/** An event as a stream brought it. */
export interface ReadEvent {
  readonly id: number;
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** What a stream brought until it ended, or until there was enough. */
export interface ReadStream {
  readonly status: number;
  readonly events: readonly ReadEvent[];
  /** Comments, without their colons. */
  readonly comments: readonly string[];
  readonly retry: number | undefined;
  /** All of it. */
  readonly text: string;
}

export interface ReadOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes away after this. */
  readonly isEnough?: (stream: ReadStream) => boolean;
}

/** Reads an event stream the way an EventSource does, and closes it once there is enough. */
export async function readEvents(url: string, { headers = {}, isEnough = () => false }: ReadOptions = {}): Promise<ReadStream> {
  const response = await fetch(url, { headers: { Accept: 'text/event-stream', ...headers } });
  let text = '';
  const read = (): ReadStream => parsed(response.status, text);
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece as Uint8Array, { stream: true });
    if (isEnough(read())) break; // which closes the connection
  }
  return read();
}

/** Only whole blocks count: the last one may be cut. */
function parsed(status: number, text: string): ReadStream {
  const blocks = text.split('\n\n').slice(0, -1);
  const lines = blocks.map((block) => block.split('\n'));
  const field = (block: readonly string[], name: string): string | undefined =>
    block.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const events = lines.flatMap((block) => {
    const [id, type, data] = [field(block, 'id'), field(block, 'event'), field(block, 'data')];
    return id === undefined ? [] : [{ id: Number(id), type: type!, data: JSON.parse(data!) as Record<string, unknown> }];
  });
  const comments = lines.flat().flatMap((line) => (line.startsWith(':') ? [line.slice(1).trim()] : []));
  const retry = lines.map((block) => field(block, 'retry')).find((value) => value !== undefined);
  return { status, events, comments, retry: retry === undefined ? undefined : Number(retry), text };
}

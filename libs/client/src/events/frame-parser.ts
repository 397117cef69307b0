/** An event as a stream carries it. */
export interface Frame {
  /** The last `id` there was; empty where there was none. */
  readonly id: string;
  /** `message` where none is named. */
  readonly event: string;
  readonly data: string;
}

/** Takes the text of an event stream piece by piece (HTML, "Interpreting an event stream"). */
export interface FrameParser {
  /** The frames that a piece completes. */
  push(text: string): Frame[];
  /** What the stream last said of how long to wait before connecting again, in ms; undefined while it has not. */
  readonly retry_ms: number | undefined;
}

export function frameParser(): FrameParser {
  let rest = '';
  let endsInCarriageReturn = false;
  let [id, event, data]: [string, string, string[]] = ['', '', []];
  let retry_ms: number | undefined;

  return {
    push(text) {
      if (text === '') return [];
      // a line feed that follows the carriage return of the piece before belongs to it
      const fresh = endsInCarriageReturn && text.startsWith('\n') ? text.slice(1) : text;
      endsInCarriageReturn = text.endsWith('\r');
      const lines = (rest + fresh).split(/\r\n|\r|\n/);
      rest = lines.pop()!;
      return lines.flatMap(take);
    },
    get retry_ms() {
      return retry_ms;
    },
  };

  function take(line: string): Frame[] {
    if (line === '') return dispatched();
    const [field, value] = fieldOf(line);
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) retry_ms = Number(value);
    return [];
  }

  function dispatched(): Frame[] {
    const frame = { id, event: event || 'message', data: data.join('\n') };
    const isEvent = data.length > 0;
    [event, data] = ['', []];
    return isEvent ? [frame] : [];
  }
}

/** A comment has the empty field. One space after the colon is not part of the value. */
function fieldOf(line: string): [string, string] {
  const colon = line.indexOf(':');
  if (colon < 0) return [line, ''];
  return [line.slice(0, colon), line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)];
}

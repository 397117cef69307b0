/**
 * The text of a program's output. Windows programs write UTF-16LE (wsl.exe), UTF-8 or the console's code page; of the last only ASCII is
 * read right, so nothing may hang on other letters. Text in the latter two never holds a NUL.
 */
export function decodeOutput(bytes: Uint8Array): string {
  const text = new TextDecoder(bytes.includes(0) ? 'utf-16le' : 'utf-8').decode(bytes);
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n');
}

/** The first line that says something, at most 120 characters of it. */
export function firstLine(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  return line.trim().slice(0, 120);
}

/** The value of a JSON text that is an object, else undefined. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

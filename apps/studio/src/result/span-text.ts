/** A span of instants, the dates alone where both are midnight. */
export function spanText(start: string, end: string): string {
  const isDays = [start, end].every((instant) => instant.endsWith('T00:00:00.000Z'));
  const text = (instant: string): string => (isDays ? instant.slice(0, 10) : instant.slice(0, 16).replace('T', ' '));
  return `${text(start)} to ${text(end)}`;
}

const LONGEST_S = 60;

/**
 * The seconds that a Prefer header (RFC 7240) would have the answer wait, at most 60; undefined where it asks for none.
 * A preference that cannot be read is passed over, as the RFC has it.
 */
export function preferWait(header: string | string[] | undefined): number | undefined {
  if (header === undefined) return undefined;
  for (const preference of [header].flat().join(',').split(',')) {
    const [token = ''] = preference.split(';');
    const found = /^\s*wait\s*=\s*(?:"(\d{1,9})"|(\d{1,9}))\s*$/i.exec(token);
    if (found) return Math.min(LONGEST_S, Number(found[1] ?? found[2]));
  }
  return undefined;
}

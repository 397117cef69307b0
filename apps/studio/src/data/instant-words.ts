/** An instant for a person, UTC: a day where it is midnight, else with its time as far as it goes. */
export function instantWords(instant: string): string {
  return instant
    .replace('T00:00:00.000Z', '')
    .replace('T', ' ')
    .replace(/(:00)?\.000Z$/, '')
    .replace('Z', '');
}

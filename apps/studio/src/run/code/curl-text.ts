/** The call that runs a config, for a shell; the answer is held until the run has ended. */
export function curlText(config: object, baseUrl: string): string {
  return [
    `curl -sS ${shellWord(`${baseUrl}/runs`)}`,
    `-H 'Content-Type: application/json'`,
    `-H 'Prefer: wait=60'`,
    `-d ${shellWord(JSON.stringify(config, null, 2))}`,
  ].join(' \\\n  ');
}

/** A text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

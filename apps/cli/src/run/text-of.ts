import type { DoneRun } from './done-run.js';

/** The text of a JSON artifact. */
export async function textOf({ bytes }: Pick<DoneRun, 'bytes'>, name: string): Promise<string> {
  return new TextDecoder().decode(await bytes(`${name}.json`));
}

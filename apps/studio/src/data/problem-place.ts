import { stepsOf } from '../run/config/pointer.js';

/** Where in a file a problem lies; `line` counts the lines of a text from 1, `row` the rows of a table. */
export interface ProblemPlace {
  readonly line?: number;
  readonly row?: number;
  readonly column?: string;
}

/** The place that a problem's path names: `/lines/3/close`, `/rows/12/high`. */
export function problemPlace(path: string): ProblemPlace {
  const [kind, count, column] = stepsOf(path);
  const at = Number(count);
  if (!Number.isInteger(at) || (kind !== 'lines' && kind !== 'rows')) return {};
  return { ...(kind === 'lines' ? { line: at } : { row: at }), ...(column !== undefined && { column }) };
}

/** A line of a text, counted from 1, cut to what fits; undefined where there is none. */
export function lineOf(lines: readonly string[] | undefined, line: number | undefined): string | undefined {
  const text = line === undefined ? undefined : lines?.[line - 1];
  return text === undefined || text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}

const LONGEST = 160;

/** The lines of a text file, as an upload's problems count them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

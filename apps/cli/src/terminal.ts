import pc from 'picocolors';

export type Colors = ReturnType<typeof pc.createColors>;

/** Where a command writes: results to stdout, all else to stderr. */
export interface Terminal {
  /** A line of the result. */
  print(line: string): void;
  /** A line beside the result: notes, warnings. */
  note(line: string): void;
  /** Colours of the result; they do nothing where stdout is no terminal. */
  readonly color: Colors;
  /** Colours of what stands beside it. */
  readonly noteColor: Colors;
  /** Columns to write in; 80 where stdout is no terminal. */
  readonly width: number;
  /** Whether someone watches stderr, so that a progress bar makes sense. */
  readonly isWatched: boolean;
}

/** The terminal of this process. */
export function terminal({ mayColor }: { readonly mayColor: boolean }): Terminal {
  const { stdout, stderr } = process;
  return {
    print: (line) => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    color: pc.createColors(mayColor && stdout.isTTY === true),
    noteColor: pc.createColors(mayColor && stderr.isTTY === true),
    width: stdout.isTTY ? Math.max(40, stdout.columns || 80) : 80,
    isWatched: stderr.isTTY === true,
  };
}

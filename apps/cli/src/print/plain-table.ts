import Table from 'cli-table3';

const NO_BORDER = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
};

export interface PlainTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns whose values stand flush right, by place. */
  readonly right?: readonly number[];
  /** Widest the last column may be; it wraps between words. */
  readonly lastWidth?: number;
}

/** Rows in columns two spaces apart, without lines. */
export function plainTable({ head, rows, right = [], lastWidth }: PlainTable): string {
  const last = head.length - 1;
  const table = new Table({
    head: [...head],
    chars: NO_BORDER,
    colAligns: head.map((_, i) => (right.includes(i) ? 'right' : 'left')),
    colWidths: head.map((_, i) => (i === last && lastWidth !== undefined ? lastWidth : null)),
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2, compact: true },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

import { type Colors } from '../terminal.js';

/** A titled list of names and values. */
export interface Block {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly value: string; readonly paint?: (text: string) => string }[];
}

const GAP = 4;

/** Blocks of names and values, values flush right, as many beside each other (1, 2 or 4) as the width allows. */
export function sideBySide(blocks: readonly Block[], { width, color }: { readonly width: number; readonly color: Colors }): string[] {
  const rows = blocks.flatMap((block) => block.rows);
  const nameWidth = Math.max(...rows.map(({ name }) => name.length));
  const valueWidth = Math.max(...rows.map(({ value }) => value.length));
  const column = nameWidth + 2 + valueWidth;
  const across = [4, 2, 1].find((n) => n * column + (n - 1) * GAP <= width) ?? 1;
  const lines: string[] = [];
  for (let first = 0; first < blocks.length; first += across) {
    if (first > 0) lines.push('');
    const group = blocks.slice(first, first + across);
    lines.push(join(group.map(({ title }) => color.bold(title.padEnd(column)))));
    const height = Math.max(...group.map((block) => block.rows.length));
    for (let i = 0; i < height; i++) {
      lines.push(
        join(
          group.map((block) => {
            const row = block.rows[i];
            if (row === undefined) return ' '.repeat(column);
            const value = row.value.padStart(column - row.name.length);
            return `${color.dim(row.name)}${row.paint ? row.paint(value) : value}`;
          }),
        ),
      );
    }
  }
  return lines;
}

function join(cells: readonly string[]): string {
  return cells.join(' '.repeat(GAP)).trimEnd();
}

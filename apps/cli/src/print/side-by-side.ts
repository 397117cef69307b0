import type { Colors } from '../terminal.js';

/** A titled list of names and values. */
export interface Block {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly value: string; readonly paint?: (text: string) => string }[];
}

const GAP = 4;

/** Blocks of names and values, values flush right, as many beside each other (4, 2 or 1) as the width allows. */
export function sideBySide(blocks: readonly Block[], { width, color }: { readonly width: number; readonly color: Colors }): string[] {
  const across = [4, 2].find((n) => total(columnWidths(blocks, n)) <= width) ?? 1;
  const widths = columnWidths(blocks, across);
  const lines: string[] = [];
  for (let first = 0; first < blocks.length; first += across) {
    if (first > 0) lines.push('');
    const group = blocks.slice(first, first + across);
    lines.push(join(group.map(({ title }, i) => ({ text: color.bold(title), length: title.length, width: widths[i]! }))));
    const height = Math.max(...group.map(({ rows }) => rows.length));
    for (let row = 0; row < height; row++) lines.push(join(group.map(({ rows }, i) => cellOf(rows[row], { width: widths[i]!, color }))));
  }
  return lines;
}

interface Cell {
  readonly text: string;
  /** Characters of the text that show, colours left out. */
  readonly length: number;
  readonly width: number;
}

function cellOf(row: Block['rows'][number] | undefined, { width, color }: { readonly width: number; readonly color: Colors }): Cell {
  if (row === undefined) return { text: '', length: 0, width };
  const value = row.value.padStart(width - row.name.length);
  return { text: color.dim(row.name) + (row.paint ? row.paint(value) : value), length: width, width };
}

/** The width that each of `across` columns needs for the blocks that stand in it. */
function columnWidths(blocks: readonly Block[], across: number): number[] {
  return Array.from({ length: Math.min(across, blocks.length) }, (_, column) => {
    const rows = blocks.filter((_, i) => i % across === column).flatMap((block) => block.rows);
    return Math.max(...rows.map(({ name }) => name.length)) + 2 + Math.max(...rows.map(({ value }) => value.length));
  });
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, (widths.length - 1) * GAP);
}

/** Cells with a gap between; nothing is padded behind the last. */
function join(cells: readonly Cell[]): string {
  return cells.map(({ text, length, width }, i) => (i === cells.length - 1 ? text : text + ' '.repeat(width - length + GAP))).join('');
}

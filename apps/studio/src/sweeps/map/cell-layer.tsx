import type { KeyboardEvent, PointerEvent } from 'preact/compat';
import { useId, useRef } from 'preact/hooks';
import type { Cells } from './cell-box.js';
import { nextCell } from './next-cell.js';

interface Props {
  readonly cells: Cells;
  readonly label: string;
  /** The cell that the reader chose. */
  readonly chosen: number;
  /** The cell that is shown: under the pointer, else the chosen one. */
  readonly shown: number;
  readonly textOf: (cell: number) => string;
  readonly onChoose: (cell: number) => void;
  readonly onHover: (cell: number | undefined) => void;
  readonly onOpen: (cell: number) => void;
}

/** What makes a drawn map one to point at: hover tells of a cell, a click or Enter opens it, arrow keys move. A finger chooses first. */
export function CellLayer({ cells, label, chosen, shown, textOf, onChoose, onHover, onOpen }: Props) {
  const id = `${useId()}-${shown}`; // another name for another cell, so that it is told anew
  const pointer = useRef('mouse');
  const cellAt = (event: PointerEvent<HTMLElement> | MouseEvent): number | undefined => {
    const { left, top, width, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return cells.at({ x: (event.clientX - left) / width, y: (event.clientY - top) / height, ratio: width / height });
  };
  const press = (event: MouseEvent): void => {
    const cell = cellAt(event);
    if (cell === undefined) return;
    onChoose(cell);
    if (pointer.current === 'mouse') onOpen(cell);
  };
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const next = nextCell(cells, chosen, event.key);
    if (next === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onHover(undefined);
    if (next === undefined) onOpen(chosen);
    else onChoose(next);
  };
  const { left, top, width, height } = cells.boxOf(shown);
  const style = { left: share(left), top: share(top), width: share(width), height: share(height) };
  return (
    <div
      class="cell-layer"
      role="grid"
      aria-label={label}
      aria-rowcount={cells.rows}
      aria-colcount={cells.columns}
      aria-activedescendant={id}
      tabIndex={0}
      onPointerDown={(event) => (pointer.current = event.pointerType)}
      onPointerMove={(event) => event.pointerType === 'mouse' && onHover(cellAt(event))}
      onPointerLeave={() => onHover(undefined)}
      onClick={press}
      onKeyDown={move}
    >
      <div role="row" aria-rowindex={cells.rows - Math.floor(shown / cells.columns)}>
        <div
          key={id}
          role="gridcell"
          id={id}
          class={width === 0 ? 'cell-box point' : 'cell-box'}
          aria-colindex={(shown % cells.columns) + 1}
          aria-selected={shown === chosen}
          aria-label={textOf(shown)}
          style={style}
        />
      </div>
    </div>
  );
}

function share(part: number): string {
  return `${Number((part * 100).toFixed(3))}%`;
}

import { html, type Markup, trusted } from '../html.js';
import { CLASSES } from '../statistics/colour-classes.js';
import { cellOutline, cellRuns, cellSquares } from './cell-paths.js';

/** The axis along which cells stand: its values as text. */
export interface CellAxis {
  readonly name: string;
  readonly labels: readonly string[];
}

interface HeatMap {
  readonly label: string;
  readonly across: CellAxis;
  /** Its first value is at the bottom. */
  readonly up: CellAxis;
  /** By cell, row by row from the bottom: 0 for one without a value, else 1 (poor) to CLASSES (good). */
  readonly classes: Uint8Array;
  /** The cell of the best; below 0 where there is none. */
  readonly best: number;
  /** Cells to outline. */
  readonly outlined: ReadonlySet<number>;
  /** Whether a cell's value is still to come: it is drawn as a tile, which the page gives a colour. */
  readonly isPending?: (cell: number) => boolean;
  /** A cell's value in few digits: written into it where there is room, else told when it is pointed at. */
  readonly textOf: (cell: number) => string;
}

const MOST_HEIGHT = 460;
const LEAST_CELL = 4;
const MOST_CELL = 34;
/** Room under the map for its values and the name of the axis. */
const FOOT = 40;

/** Coloured cells over two axes: one path a colour, however many cells there are. */
export function heatMap({ label, across, up, classes, best, outlined, isPending, textOf }: HeatMap): Markup {
  const columns = across.labels.length;
  const rows = up.labels.length;
  const cell = Math.min(MOST_CELL, Math.max(LEAST_CELL, MOST_HEIGHT / rows));
  const height = Math.round(rows * cell);
  const shape = { columns, rows };
  const paths = Array.from({ length: CLASSES }, (_, i) => cellRuns(shape, (at) => classes[at] === i + 1)).map((data, i) =>
    data === '' ? null : html`<path class="h${i + 1}" d="${trusted(data)}" />`,
  );
  const pending = isPending && html`<path class="pending" d="${trusted(cellSquares(shape, isPending))}" />`;
  const edge = trusted(cellOutline(shape, outlined));
  const inner = html`<svg class="cells" width="100%" height="${height}" viewBox="0 0 ${columns} ${rows}" preserveAspectRatio="none">
    ${pending}${paths}
    <path class="halo" d="${edge}" />
    <path class="plateau" d="${edge}" />
  </svg>`;
  const place = (at: number) => ({
    x: percent(((at % columns) + 0.5) / columns),
    y: Number(((rows - Math.floor(at / columns) - 0.5) * (height / rows)).toFixed(1)),
  });
  const texts = columns <= 20 && cell >= 18 ? [...classes.keys()].filter((at) => classes[at]! > 0 && at !== best) : [];
  const written = texts.map((at) => {
    const { x, y } = place(at);
    return html`<text class="${classes[at]! >= 7 ? 'on' : 'off'}" x="${x}" y="${y}" dy=".34em">${textOf(at)}</text>`;
  });
  const radius = Math.min(7, Math.max(4, cell * 0.28)).toFixed(1);
  const dot = best < 0 ? null : html`<circle class="best" cx="${place(best).x}" cy="${place(best).y}" r="${radius}" />`;
  return html`<svg
    class="plot map"
    role="img"
    aria-label="${label}"
    width="100%"
    height="${height + FOOT}"
    data-h="${height}"
    data-names="${across.name};${up.name}"
    data-across="${across.labels.join(';')}"
    data-up="${up.labels.join(';')}"
    data-values="${Array.from(classes, (level, at) => (level > 0 ? textOf(at) : '')).join(';')}"
  >
    <rect class="nothing" width="100%" height="${height}" />
    ${inner}
    <g class="${columns <= 6 ? 'written' : 'written wide'}">${written}</g>
    ${dot}
    ${upNames(up, height)}${acrossNames(across, { height, most: 16, className: 'wide' })}${acrossNames(across, { height, most: 6, className: 'narrow' })}
    <text class="axis" x="50%" y="${height + 34}" text-anchor="middle">${across.name}</text>
  </svg>`;
}

function upNames({ labels }: CellAxis, height: number): Markup[] {
  const every = Math.ceil(labels.length / Math.max(1, Math.floor(height / 16)));
  return labels.flatMap((text, i) => {
    if (i % every !== 0) return [];
    const y = Number((((labels.length - i - 0.5) / labels.length) * height).toFixed(1));
    return [html`<text x="100%" dx="8" y="${y}" dy=".32em">${text}</text>`];
  });
}

interface Names {
  readonly height: number;
  readonly most: number;
  readonly className: string;
}

function acrossNames({ labels }: CellAxis, { height, most, className }: Names): Markup {
  const every = Math.ceil(labels.length / most);
  const names = labels.flatMap((text, i) =>
    i % every === 0 ? [html`<text x="${percent((i + 0.5) / labels.length)}" y="${height + 16}" text-anchor="middle">${text}</text>`] : [],
  );
  return html`<g class="${className}">${names}</g>`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}

import { configParams } from '@projecta/engine';
import type { Param } from '@projecta/plugin';
import { type CatalogEntry, KINDS } from '../catalog-kinds.js';
import type { Terminal } from '../terminal.js';
import { formatNumber } from './format-number.js';
import { plainTable } from './plain-table.js';
import { wrap } from './wrap.js';

type Page = Pick<Terminal, 'width' | 'color'>;

const HEADING = new Map<string, string>(KINDS);

/** Every plug-in with what it does, by kind. */
export function listOfPlugins(entries: readonly CatalogEntry[], { width, color }: Page): string {
  const nameWidth = Math.max(...entries.map(({ name }) => name.length)) + 2;
  return KINDS.map(([kind, heading]) => {
    const rows = entries.filter((one) => one.kind === kind).sort((a, b) => (a.name < b.name ? -1 : 1));
    const lines = rows.flatMap(({ name, description }) => {
      const [first = '', ...rest] = wrap(description, Math.max(24, width - nameWidth));
      return [color.cyan(name.padEnd(nameWidth)) + first, ...rest.map((line) => ' '.repeat(nameWidth) + line)];
    });
    return [color.bold(`${heading} (${rows.length})`), ...lines].join('\n');
  }).join('\n\n');
}

/** The plug-ins of one name in full. */
export function pagesOfPlugin(entries: readonly CatalogEntry[], page: Page): string {
  return entries.map((entry) => pageOf(entry, page)).join('\n\n');
}

function pageOf(entry: CatalogEntry, { width, color }: Page): string {
  const { reference, null_hypothesis } = entry as { readonly reference?: string; readonly null_hypothesis?: string };
  const fact = (name: string, text: string): string[] => {
    const [first = '', ...rest] = wrap(text, Math.max(24, width - 10));
    return [color.dim(name.padEnd(10)) + first, ...rest.map((line) => ' '.repeat(10) + line)];
  };
  const lines = [
    `${color.bold(color.cyan(entry.name))}  ${entry.title} ${color.dim(`· ${(HEADING.get(entry.kind) ?? '').toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')}`)}`,
    ...wrap(entry.description, width),
    ...('inputs' in entry && entry.inputs?.length ? fact('inputs', entry.inputs.join(', ')) : []),
    ...('outputs' in entry ? fact('outputs', entry.outputs.join(', ')) : []),
    ...(null_hypothesis === undefined ? [] : fact('null', null_hypothesis)),
    ...(reference === undefined ? [] : fact('source', reference)),
  ];
  const params = Object.entries(configParams(entry));
  if (params.length === 0) return [...lines, '', 'It takes no parameters.'].join('\n');
  return [...lines, '', paramsTable(params, { width, color })].join('\n');
}

function paramsTable(params: readonly (readonly [string, Param])[], { width, color }: Page): string {
  const columns = ['parameter', 'default', 'takes', 'unit', 'what it is'];
  const all = params.map(([name, param]) => [name, defaultOf(param), rangeOf(param), param.unit ?? '', about(param)]);
  const kept = columns.map((_, i) => i).filter((i) => all.some((row) => row[i] !== '')); // a column without a word is left out
  const head = kept.map((i) => columns[i]!);
  const rows = all.map((row) => kept.map((i) => row[i]!));
  const used = head.slice(0, -1).reduce((sum, title, i) => sum + Math.max(title.length, ...rows.map((row) => row[i]!.length)) + 2, 0);
  return plainTable({
    head: head.map((title) => color.dim(title)),
    rows: rows.map(([name = '', ...rest]) => [color.cyan(name), ...rest]),
    lastWidth: Math.max(24, width - used),
  });
}

function about(param: Param): string {
  const { description = '', aliases = [] } = param;
  const listed = 'choices' in param && !isShort(param) ? `One of ${param.choices.join(', ')}.` : '';
  const also = aliases.length === 0 ? '' : `Also: ${aliases.join(', ')}.`;
  return [description, listed, also].filter((part) => part !== '').join(' ');
}

function isShort({ choices }: { readonly choices: readonly string[] }): boolean {
  return choices.length <= 3;
}

function defaultOf(param: Param): string {
  if (param.default !== undefined) return Array.isArray(param.default) ? param.default.join(', ') : String(param.default);
  return 'optional' in param && param.optional === true ? 'none' : 'required';
}

function rangeOf(param: Param): string {
  switch (param.type) {
    case 'int':
    case 'number':
      return [bounds(param), param.type === 'number' && param.word !== undefined ? `or ${param.word}` : ''].join(' ').trim();
    case 'flag':
      return 'true, false';
    case 'choice':
      return isShort(param) ? param.choices.join(', ') : `one of ${param.choices.length}`;
    case 'list':
      return `some of ${param.choices.length}`;
    case 'text':
      return param.format ?? 'text';
    case 'grid':
      return 'lists of values';
  }
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  readonly exclusiveMax?: number;
}

/** `1 … 100000`, `> 0`, `≤ 1`. */
function bounds({ min, max, exclusiveMin, exclusiveMax }: Bounds): string {
  if (min !== undefined && max !== undefined) return `${bound(min)} … ${bound(max)}`;
  const low = min !== undefined ? `≥ ${bound(min)}` : exclusiveMin !== undefined ? `> ${bound(exclusiveMin)}` : '';
  const high = max !== undefined ? `≤ ${bound(max)}` : exclusiveMax !== undefined ? `< ${bound(exclusiveMax)}` : '';
  return [low, high].filter((part) => part !== '').join(', ') || 'any number';
}

function bound(value: number): string {
  return Number.isInteger(value) ? formatNumber(value, 0) : String(value);
}

import { wrap } from '../print/wrap.js';
import type { Terminal } from '../terminal.js';
import type { Item } from './examine.js';
import type { Verdict } from './finding.js';
import type { Report } from './report.js';

type Page = Pick<Terminal, 'color' | 'width'>;

const MARKS: Readonly<Record<Verdict, string>> = { ok: '✓', note: '!', wrong: '✗', unknown: '?', not_applicable: '–' };

/** The report as a person reads it: a mark, what was found, and under what is wrong what to do. Items of other platforms are left out. */
export function doctorPage(report: Report, page: Page): string {
  const { color, width } = page;
  const items = report.items.filter(({ verdict }) => verdict !== 'not_applicable');
  const titleWidth = Math.max(...items.map(({ title }) => title.length)) + 2;
  const section = (title: string, of: Item['needed_for']): string[] => [
    color.bold(title),
    ...items.filter(({ needed_for }) => needed_for === of).flatMap((item) => itemLines(item, titleWidth, page)),
    '',
  ];
  const { overall_ready, containers_ready } = report.evaluation;
  const verdict = overall_ready
    ? color.green('Ready: Project A can run here.')
    : color.red('Not ready: mend what is marked ✗ under Project A.');
  const containers = containers_ready ? 'Containers can run here too.' : 'Containers cannot run here yet; all else works without them.';
  return [
    color.dim(`projecta ${report.projecta_version}, Node ${report.node_version}, ${report.platform} ${report.arch}`),
    '',
    ...section('Project A', 'projecta'),
    ...section('Containers (optional)', 'containers'),
    verdict,
    ...wrap(containers, width),
  ].join('\n');
}

function itemLines({ title, verdict, found, remedy }: Item, titleWidth: number, { color, width }: Page): string[] {
  const paint = paintOf(verdict, color);
  const indent = ' '.repeat(titleWidth + 2);
  const room = Math.max(24, width - indent.length);
  const [first = '', ...rest] = wrap(found, room);
  const todo = remedy === null ? [] : wrap(remedy, room - 2).map((line, i) => `${indent}${i === 0 ? '→' : ' '} ${line}`);
  return [
    `${paint(MARKS[verdict])} ${title.padEnd(titleWidth)}${first}`,
    ...rest.map((line) => indent + line),
    ...todo.map((line) => paint(line)),
  ];
}

function paintOf(verdict: Verdict, color: Terminal['color']): (text: string) => string {
  if (verdict === 'ok') return color.green;
  if (verdict === 'wrong') return color.red;
  return verdict === 'not_applicable' ? color.dim : color.yellow;
}

/** The rows of a delimited text, one at a time; cells are offsets into the text, so that reading a number makes no string. */
export interface CsvRows {
  /** Moves to the next row; false at the end. */
  next(): boolean;
  /** The line the row begins on, from 1. */
  line(): number;
  /** How many cells the row has. */
  width(): number;
  /** Where cell i begins and ends in the text, blanks and quotes around it left off. */
  start(i: number): number;
  end(i: number): number;
  /** Cell i as text, doubled quotes undone. */
  cell(i: number): string;
  isBlank(): boolean;
  /** What is wrong with the row's quotes, or ''. */
  fault(): string;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const SPACE = 32;
const TAB = 9;

/** Reads RFC 4180 rows: quoted cells may hold delimiters, line ends and doubled quotes; lines end in LF, CRLF or CR. */
export function csvRows(text: string, delimiter: string, from = 0): CsvRows {
  const split = delimiter.charCodeAt(0);
  const starts: number[] = [];
  const ends: number[] = [];
  const doubled: boolean[] = [];
  let at = from;
  let nextLine = 1;
  let line = 0;
  let width = 0;
  let fault = '';

  function next(): boolean {
    if (at >= text.length) return false;
    line = nextLine;
    width = 0;
    fault = '';
    while (readCell());
    return true;
  }

  /** Reads one cell and what ends it; true when another cell of the row follows. */
  function readCell(): boolean {
    while (isBlankCode(text.charCodeAt(at))) at++;
    doubled[width] = false;
    if (text.charCodeAt(at) === QUOTE) readQuoted();
    else readPlain();
    width++;
    const code = text.charCodeAt(at++);
    if (code === split) return true;
    if (code === CR && text.charCodeAt(at) === LF) at++;
    nextLine++;
    return false;
  }

  function readPlain(): void {
    starts[width] = at;
    while (!isCellEnd(text.charCodeAt(at))) at++;
    let end = at;
    while (end > starts[width]! && isBlankCode(text.charCodeAt(end - 1))) end--;
    ends[width] = end;
  }

  function readQuoted(): void {
    starts[width] = ++at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) nextLine++;
      if (code !== QUOTE) continue;
      if (text.charCodeAt(at + 1) !== QUOTE) break;
      doubled[width] = true;
      at++;
    }
    ends[width] = at;
    if (at >= text.length) fault = 'a quote is opened and never closed';
    at++;
    while (isBlankCode(text.charCodeAt(at))) at++;
    if (isCellEnd(text.charCodeAt(at))) return;
    fault = 'text follows a closing quote';
    while (!isCellEnd(text.charCodeAt(at))) at++;
  }

  /** NaN, the code behind the end, ends a cell too. */
  function isCellEnd(code: number): boolean {
    return code === split || code === LF || code === CR || code !== code;
  }

  function isBlankCode(code: number): boolean {
    return code === SPACE || (code === TAB && split !== TAB);
  }

  function isBlank(): boolean {
    for (let i = 0; i < width; i++) if (ends[i]! > starts[i]!) return false;
    return true;
  }

  const cell = (i: number): string => {
    const raw = text.slice(starts[i]!, ends[i]!);
    return doubled[i] ? raw.replaceAll('""', '"') : raw;
  };
  return { next, line: () => line, width: () => width, start: (i) => starts[i]!, end: (i) => ends[i]!, cell, isBlank, fault: () => fault };
}

/** What a file's name says of a data set. */
export interface FileFacts {
  readonly symbol: string;
  /** The media type to send it as. */
  readonly type: string;
  /** Whether its lines can be shown to a person. */
  readonly isText: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/csv',
  tsv: 'text/tab-separated-values',
  gz: 'application/gzip',
  parquet: 'application/vnd.apache.parquet',
};

/** Endings that say how a file is written, not what it is of. */
const ENDINGS = /(\.(csv|txt|tsv|parquet|gz))+$/i;

/** The symbol is the name without its ending, in the characters that a symbol may have. */
export function fileFacts(fileName: string): FileFacts {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const type = TYPES[ending] ?? 'application/octet-stream';
  const symbol = fileName
    .replace(ENDINGS, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 64);
  return { symbol: symbol === '' ? 'DATA' : symbol, type, isText: type.startsWith('text/') };
}

/** A symbol as a file or folder name: `/` and `:` are escaped, and a dot at the beginning, which would hide it; the rest of its alphabet is safe. */
export function symbolFileName(symbol: string): string {
  return symbol.replaceAll('/', '%2F').replaceAll(':', '%3A').replace(/^\./, '%2E');
}

/** The symbol that a file or folder name stands for, or undefined when it stands for none. */
export function symbolOfFileName(name: string): string | undefined {
  const symbol = name.replaceAll(/%2f/gi, '/').replaceAll(/%3a/gi, ':').replace(/^%2e/i, '.');
  return isSymbol(symbol) ? symbol : undefined;
}

/** 1 to 64 of `A-Z a-z 0-9 . _ - / :`, without an empty, `.` or `..` segment: the rule of a RunConfig's symbol. */
export function isSymbol(symbol: string): boolean {
  return /^[A-Za-z0-9._\-/:]{1,64}$/.test(symbol) && symbol.split('/').every((part) => !['', '.', '..'].includes(part));
}

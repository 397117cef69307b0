const VOID = new Set(['meta', 'link', 'input', 'br', 'hr', 'img', 'line', 'rect', 'circle', 'path', 'use']);
const RAW = new Set(['script', 'style']);

/** What is wrong with a page's tags: unbalanced or crossed elements, unquoted or repeated attributes, an id given twice. A small checker for specs, not a parser. */
export function htmlProblems(page: string): readonly string[] {
  const problems: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const tag = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w-]+(?:="[^"<>]*")?)*)\s*(\/?)>|<!doctype html>|<!--[^]*?-->|</g;
  for (let match = tag.exec(page); match !== null; match = tag.exec(page)) {
    const [text, closes, name, attributes, selfCloses] = match;
    if (text === '<') problems.push(`stray < at ${page.slice(match.index, match.index + 40)}`);
    if (name === undefined) continue;
    if (closes === '/') {
      if (open.pop() !== name) problems.push(`</${name}> closes nothing`);
      continue;
    }
    problems.push(...attributeProblems(attributes!, ids));
    if (selfCloses === '/' || VOID.has(name)) continue;
    open.push(name);
    if (RAW.has(name)) tag.lastIndex = page.indexOf(`</${name}>`, tag.lastIndex);
  }
  return [...problems, ...open.map((name) => `<${name}> is never closed`)];
}

function attributeProblems(attributes: string, ids: Set<string>): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [, name, , value] of attributes.matchAll(/\s([\w-]+)(="([^"]*)")?/g)) {
    if (seen.has(name!)) problems.push(`attribute ${name} is given twice`);
    seen.add(name!);
    if (name !== 'id') continue;
    if (ids.has(value!)) problems.push(`id ${value} is given twice`);
    ids.add(value!);
  }
  return problems;
}

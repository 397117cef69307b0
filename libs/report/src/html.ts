/** Text that is already HTML or SVG. Everything else that meets a page is escaped. */
export interface Markup {
  readonly markup: string;
}

/** What a template takes: markup as it is, text and numbers escaped, lists joined, nothing for null, undefined and false. */
export type Content = Markup | string | number | null | undefined | false | readonly Content[];

/** A tagged template whose interpolations are escaped unless they are markup: user input cannot become tags or attributes. Its own line breaks become spaces. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let text = folded(strings[0]!);
  for (let i = 0; i < values.length; i++) text += textOf(values[i]) + folded(strings[i + 1]!);
  return { markup: text };
}

/** Marks text of this library's own making (a style sheet, a script, path data) as markup. */
export function trusted(text: string): Markup {
  return { markup: text };
}

/** Escapes text for element content and double- or single-quoted attributes. Control characters that HTML forbids become U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']|(?![\t\n\r])\p{Cc}/gu, (one) => ENTITIES[one] ?? '\ufffd');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function textOf(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  if ('markup' in content) return content.markup;
  return content.map(textOf).join('');
}

function folded(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

/** What a reader sees of a page, without style and script. */
export function visible(page: string): string {
  return page.replace(/<(script|style)[^]*?<\/\1>/g, '');
}

/** What a value that is none prints as, by mistake. */
export const NOT_PRINTED = /NaN|undefined|Infinity|\[object/;

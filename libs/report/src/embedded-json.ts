/** JSON that can stand inside a script element: no `<`, `>`, `&` or line separator, so nothing in it ends the element. */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

import type { DescribedProblem } from './describe-problem.js';

/** A problem as a page for people; its texts are ours and hold no markup. */
export function problemPage({ code, title, status, retryable, description }: DescribedProblem): string {
  const later = retryable ? 'The same request may succeed later.' : 'The same request will not succeed as it is.';
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}code{font-size:.9em}</style></head>
<body><h1>${title}</h1><p>${escaped(description)}</p><p>${later}</p><p><code>${code}</code>, HTTP ${status}. <a href="/problems">All problems</a>, <a href="/docs">the API</a>.</p></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

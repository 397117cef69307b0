import { type Markup, PART_STYLE } from '@projecta/report';

/** A part of a report in the page: drawn by the same code, under the same styles. Its text was escaped where it was made. */
export function Drawn({ part }: { readonly part: Markup | null }) {
  if (part === null) return null;
  ensureStyles();
  return <div class="drawn" onClick={follow} dangerouslySetInnerHTML={{ __html: part.markup }} />;
}

/** Links from part to part of a report: the page's fragment is the router's, so they scroll by themselves. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  const target = link && document.getElementById(link.getAttribute('href')!.slice(1));
  if (!target) return;
  event.preventDefault();
  target.tabIndex = -1;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}

const ID = 'drawn-styles';

/** The reports' styles, for what is drawn by them only; in a page there is less room between sections. */
function ensureStyles(): void {
  if (document.getElementById(ID)) return;
  const style = document.createElement('style');
  style.id = ID;
  style.textContent = `.drawn{${PART_STYLE}section{padding-top:0}h2{font-size:18px}.tile b{font-size:18px}}`;
  document.head.append(style);
}

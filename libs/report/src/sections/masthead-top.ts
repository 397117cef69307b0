import { html, type Markup } from '../html.js';

const THEMES = ['auto', 'light', 'dark'] as const;

/** The first line of a page: what kind of report it is, and the choice of theme. */
export function mastheadTop(kind: string): Markup {
  const themes = THEMES.map(
    (name, i) =>
      html`<input type="radio" name="theme" id="theme-${name}" ${i === 0 ? html` checked` : null} /><label for="theme-${name}"
          >${name[0]!.toUpperCase() + name.slice(1)}</label
        >`,
  );
  return html`<div class="top">
    <p class="eyebrow">${kind}</p>
    <fieldset class="themes">
      <legend class="hidden">Theme</legend>
      ${themes}
    </fieldset>
  </div>`;
}

interface Badge {
  readonly tone: 'good' | 'warn' | 'plain';
  /** Where it leads to on the page. */
  readonly href: string;
  readonly text: string;
}

/** What a reader should notice first, each with a way to it. */
export function badgeList(badges: readonly Badge[]): Markup {
  return html`<ul class="badges">
    ${badges.map(({ tone, href, text }) => html`<li class="${tone}"><a href="${href}">${text}</a></li>`)}
  </ul>`;
}

/** Warnings as a badge that leads to them. */
export function warningBadge(count: number): Badge {
  if (count === 0) return { tone: 'good', href: '#top', text: 'No warnings' };
  return { tone: 'warn', href: '#warnings', text: `${count} ${count === 1 ? 'warning' : 'warnings'}` };
}

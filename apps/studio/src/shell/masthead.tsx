import { linkTo, type View } from '../routing/route.js';
import { ThemeChoice } from './theme-choice.js';

/** Where the reader can go, and which views belong under which way. */
const WAYS = [
  { view: 'run', label: 'Run', with: [] },
  { view: 'runs', label: 'Runs', with: ['result', 'compare'] },
  { view: 'sweeps', label: 'Sweeps', with: ['sweep'] },
  { view: 'data', label: 'Data', with: [] },
  { view: 'chain', label: 'Chain', with: [] },
] as const satisfies readonly { readonly view: View; readonly label: string; readonly with: readonly View[] }[];

/** The bar on top. */
export function Masthead({ view }: { readonly view: View }) {
  return (
    <header class="masthead">
      <a class="brand" href={linkTo('run')}>
        Project A
      </a>
      <nav aria-label="Views">
        <ul>
          {WAYS.map((way) => (
            <li key={way.view}>
              <a href={linkTo(way.view)} aria-current={isHere(way, view) ? 'page' : undefined}>
                {way.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <span class="aside">
        <a href="/docs">API</a>
        <ThemeChoice />
      </span>
    </header>
  );
}

function isHere(way: (typeof WAYS)[number], view: View): boolean {
  return way.view === view || way.with.some((each) => each === view);
}

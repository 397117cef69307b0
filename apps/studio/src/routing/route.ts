/** The views, and what each is of. */
export const VIEWS = ['run', 'runs', 'result', 'compare', 'sweeps', 'sweep', 'data', 'chain'] as const;

export type View = (typeof VIEWS)[number];

/** A place in the studio: `#/result/HASH?tab=proof`. */
export interface Route {
  readonly view: View;
  /** What the view is of: a hash or a symbol. */
  readonly of?: string;
  readonly query: URLSearchParams;
}

/** The place that a fragment names; the first view where it names none. */
export function routeOf(fragment: string): Route {
  const [path = '', query = ''] = fragment.replace(/^#?\/?/, '').split('?', 2);
  const [name = '', of] = path.split('/', 2);
  const view = VIEWS.find((each) => each === name) ?? 'run';
  return { view, ...(of && { of: decodeURIComponent(of) }), query: new URLSearchParams(query) };
}

/** The fragment of a place, for links. */
export function linkTo(view: View, of?: string, query: Readonly<Record<string, string>> | URLSearchParams = {}): string {
  const asked = new URLSearchParams(query).toString();
  return `#/${view}${of === undefined ? '' : `/${encodeURIComponent(of)}`}${asked === '' ? '' : `?${asked}`}`;
}

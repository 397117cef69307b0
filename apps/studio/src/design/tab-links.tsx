import { linkTo, type Route } from '../routing/route.js';

interface Props<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Id;
  readonly route: Route;
}

/** Ways to the parts of a view, each with an address of its own. */
export function TabLinks<Id extends string>({ label, tabs, chosen, route }: Props<Id>) {
  const to = (id: Id): string => linkTo(route.view, route.of, new URLSearchParams({ tab: id }));
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ id, label: text }) => (
        <a key={id} href={to(id)} aria-current={id === chosen ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}

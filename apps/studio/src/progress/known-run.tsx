import type { Route } from '../routing/route.js';

/** Says that a run was known when it was asked for; nothing where it was not. */
export function KnownRun({ route }: { readonly route: Route }) {
  if (!route.query.has('known')) return null;
  return (
    <p class="known" role="status">
      This very run was known: config and candles are the same, so nothing was computed again.
    </p>
  );
}

import type { Grid, Params } from '@projecta/plugin';

/** The name a strategy's parameter has in its declaration, whatever a grid calls it: an alias, or its whole path. Other paths stay. */
export function canonicalName(name: string, declared: Params): string {
  const bare = name.startsWith('strategy.params.') ? name.slice('strategy.params.'.length) : name;
  if (Object.hasOwn(declared, bare)) return bare;
  return Object.entries(declared).find(([, param]) => param.aliases?.includes(bare))?.[0] ?? bare;
}

/** A grid under the names of the strategy's declaration: their order is the order of its points. */
export function canonicalGrid(grid: Grid, declared: Params): Grid {
  return Object.fromEntries(Object.entries(grid).map(([name, values]) => [canonicalName(name, declared), values]));
}

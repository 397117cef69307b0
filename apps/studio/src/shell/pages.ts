import type { ComponentType } from 'preact';
import { lazy } from 'preact/compat';
import type { Route, View } from '../routing/route.js';

/** What a view is given. */
export interface PageProps {
  readonly route: Route;
}

interface PageEntry {
  readonly title: string;
  readonly Page: ComponentType<PageProps>;
}

/** Each view is loaded when it is first looked at. */
export const PAGES: Readonly<Record<View, PageEntry>> = {
  run: { title: 'Run', Page: lazy(async () => (await import('../run/run-page.js')).RunPage) },
  runs: { title: 'Runs', Page: lazy(async () => (await import('../runs/runs-page.js')).RunsPage) },
  result: { title: 'Result', Page: lazy(async () => (await import('../result/result-page.js')).ResultPage) },
  compare: { title: 'Compare', Page: lazy(async () => (await import('../compare/compare-page.js')).ComparePage) },
  sweeps: { title: 'Sweeps', Page: lazy(async () => (await import('../sweeps/sweeps-page.js')).SweepsPage) },
  sweep: { title: 'Sweep', Page: lazy(async () => (await import('../sweeps/sweep-page.js')).SweepPage) },
  data: { title: 'Data', Page: lazy(async () => (await import('../data/data-page.js')).DataPage) },
  chain: { title: 'Chain', Page: lazy(async () => (await import('../chain/chain-page.js')).ChainPage) },
};

import '../result/result.css';
import '../run/run.css';
import { TabLinks } from '../design/tab-links.js';
import type { PageProps } from '../shell/pages.js';
import { SweepList } from './list/sweep-list.js';
import { NewSweep } from './search/new-sweep.js';
import './sweeps.css';

const TABS = [
  { id: 'all', label: 'All sweeps' },
  { id: 'new', label: 'New sweep' },
] as const;

/** In an address, these say what a new sweep begins with. */
const BEGINNINGS = ['sweep', 'config', 'preset'];

/** The sweeps there are, and the form of a new one. */
export function SweepsPage({ route }: PageProps) {
  const isNew = route.query.get('tab') === 'new' || BEGINNINGS.some((name) => route.query.has(name));
  return (
    <div class="stack sweeps-page">
      <h1>Sweeps</h1>
      <TabLinks label="Sweeps" tabs={TABS} chosen={isNew ? 'new' : 'all'} route={route} />
      {isNew ? <NewSweep route={route} /> : <SweepList route={route} />}
    </div>
  );
}

import { useMemo } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { useAnswer } from '../../api/use-answer.js';
import { Refused } from '../../design/refused.js';
import { TabLinks } from '../../design/tab-links.js';
import { Waiting } from '../../design/waiting.js';
import '../../result/result.css';
import { SelectionPanel } from '../../result/selection-panel.js';
import type { Route } from '../../routing/route.js';
import { MapTab } from '../map/map-tab.js';
import { TrialsTab } from '../trials/trials-tab.js';
import type { CompletedSweep } from './completed-sweep.js';
import { EvidenceOfSearch } from './evidence-of-search.js';
import { keptSweep } from './kept-sweep.js';
import { SweepFiles } from './sweep-files.js';
import { SweepHead } from './sweep-head.js';
import { sweepTables } from './sweep-tables.js';

const TABS = [
  { id: 'map', label: 'Map' },
  { id: 'trials', label: 'Trials' },
  { id: 'evidence', label: 'Evidence' },
  { id: 'files', label: 'Files and config' },
] as const;

interface Props {
  readonly sweep: CompletedSweep;
  readonly route: Route;
  readonly again: () => void;
}

/** The result of a sweep. */
export function CompletedResult({ sweep, route, again }: Props) {
  const client = useClient();
  const tables = useMemo(() => sweepTables(client, sweep), [sweep.sweep_hash, sweep.attempt]);
  const judged = useAnswer(`judgement ${sweep.sweep_hash} ${sweep.attempt}`, async () => ({ judged: await tables.judged() }));
  if (judged.state === 'refused') return <Refused title="The sweep cannot be read" refusal={judged.refusal} again={judged.again} />;
  if (!judged.value) return <Waiting what="Loading the result" height={640} />;
  const chosen = TABS.find(({ id }) => id === route.query.get('tab'))?.id ?? 'map';
  return (
    <article class="result stack">
      {route.query.has('known') && (
        <p class="known" role="status">
          This very sweep was known: config and candles are the same, so nothing was computed again.
        </p>
      )}
      <SweepHead sweep={sweep} view={keptSweep(sweep, judged.value)} again={again} />
      {sweep.selection && <SelectionPanel selection={sweep.selection} sharpe={sweep.best.metrics.sharpe} symbol={sweep.symbol} />}
      <TabLinks label="Parts of the result" tabs={TABS} chosen={chosen} route={route} />
      {chosen === 'map' && <MapTab sweep={sweep} tables={tables} />}
      {chosen === 'trials' && <TrialsTab sweep={sweep} tables={tables} />}
      {chosen === 'evidence' && <EvidenceOfSearch sweep={sweep} tables={tables} />}
      {chosen === 'files' && <SweepFiles sweep={sweep} />}
    </article>
  );
}

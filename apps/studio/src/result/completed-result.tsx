import { useMemo } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { tiles } from '@projecta/report';
import { Drawn } from '../design/drawn.js';
import { TabLinks } from '../design/tab-links.js';
import { KnownRun } from '../progress/known-run.js';
import type { Route } from '../routing/route.js';
import { ProofTab } from '../proof/proof-tab.js';
import { ChartTab } from './chart-tab.js';
import type { CompletedRun } from './completed-run.js';
import { EvidenceTab } from './evidence-tab.js';
import { FilesTab } from './files-tab.js';
import { measured } from './measured.js';
import { PerformanceTab } from './performance-tab.js';
import { RunHead } from './run-head.js';
import { runTables } from './run-tables.js';
import { RunWarnings } from './run-warnings.js';

const TABS = [
  { id: 'chart', label: 'Chart and trades' },
  { id: 'performance', label: 'Performance' },
  { id: 'evidence', label: 'Evidence' },
  { id: 'files', label: 'Files and config' },
  { id: 'proof', label: 'Proof' },
] as const;

/** The result of a run. */
export function CompletedResult({ run, route }: { readonly run: CompletedRun; readonly route: Route }) {
  const client = useClient();
  const tables = useMemo(() => runTables(client, run), [run]);
  const chosen = TABS.find(({ id }) => id === route.query.get('tab'))?.id ?? 'chart';
  return (
    <article class="result stack">
      <KnownRun route={route} />
      <RunHead run={run} />
      <Drawn part={tiles(measured(run))} />
      <RunWarnings warnings={run.warnings} />
      <TabLinks label="Parts of the result" tabs={TABS} chosen={chosen} route={route} />
      {chosen === 'chart' && <ChartTab run={run} tables={tables} />}
      {chosen === 'performance' && <PerformanceTab run={run} tables={tables} />}
      {chosen === 'evidence' && <EvidenceTab run={run} tables={tables} />}
      {chosen === 'files' && <FilesTab run={run} />}
      {chosen === 'proof' && <ProofTab run={run} />}
    </article>
  );
}

import { useMemo } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { useAnswer } from '../api/use-answer.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import type { PageProps } from '../shell/pages.js';
import { RunDesk } from './desk/run-desk.js';
import { useDraft } from './desk/use-draft.js';
import { formsOf } from './form/forms.js';
import './run.css';

/** A config, drawn from the catalogue; its check; its run. */
export function RunPage({ route }: PageProps) {
  const client = useClient();
  const catalog = useAnswer('catalog', () => client.catalog());
  const dataSets = useAnswer('data sets', () => client.datasets.list({ limit: 500 }));
  const forms = useMemo(() => catalog.value && formsOf(catalog.value), [catalog.value]);
  const { worked, change } = useDraft(route, forms);
  const refused = [catalog, dataSets].find(({ state }) => state === 'refused');
  if (refused?.state === 'refused') return <Refused title="The form could not be drawn" refusal={refused.refusal} again={refused.again} />;
  if (!forms || !worked || !dataSets.value) return <Waiting what="Reading the catalogue" height={640} />;
  return <RunDesk forms={forms} dataSets={dataSets.value.items} worked={worked} change={change} />;
}

import type { DataSet, QueryOf } from '@projecta/client';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Refusal } from '../../api/refusal.js';
import { Refused } from '../../design/refused.js';
import { TabList } from '../../design/tab-list.js';
import { PricePreview } from '../../price/price-preview.js';
import type { Draft } from '../config/json.js';
import { isWithin, withValue } from '../config/pointer.js';
import type { Forms } from '../form/forms.js';
import { PresetBar } from '../presets/preset-bar.js';
import { type Desk, DeskContext } from './desk-context.js';
import { DeskView, type ViewId, VIEWS } from './desk-views.js';
import { FoundFacts } from './found-facts.js';
import { ProblemList } from './problem-list.js';
import { focusFirstError, RunBar } from './run-bar.js';
import { useCheck } from './use-check.js';
import { useClaims } from './use-claims.js';
import { useDebounced } from './use-debounced.js';
import type { WorkedOn } from './use-draft.js';
import { useSubmit } from './use-submit.js';

interface RunDeskProps {
  readonly forms: Forms;
  readonly dataSets: readonly DataSet[];
  readonly worked: WorkedOn;
  readonly change: Parameters<typeof PresetBar>[0]['change'];
}

const NONE: Refusal['errors'] = [];

/** What is typed as JSON is none: what was before it must not be run in its stead. */
const UNREADABLE: Refusal = { code: 'BROKEN', detail: 'The JSON cannot be read: see its line.', errors: NONE, retryable: false };

/** Where a config is made and checked, and its run begun. */
export function RunDesk({ forms, dataSets, worked, change }: RunDeskProps) {
  const { draft, preset } = worked;
  const [view, setView] = useState<ViewId>('form');
  const [isReadable, setReadable] = useState(true);
  const check = useCheck(draft);
  const sent = useSubmit(draft);
  const { claimed, claim } = useClaims();
  const span = useDebounced(spanOf(draft), 300);
  const refusal = isReadable ? (sent.refusal ?? check.refusal) : UNREADABLE;
  const errors = refusal?.errors ?? NONE;
  const desk: Desk = useMemo(
    () => ({
      ...{ draft, forms, dataSets, claim },
      set: (pointer, value) => change(withValue(draft, pointer, value)),
      errorAt: (pointer) => {
        const messages = errors.filter(({ path }) => isWithin(path, pointer)).map(({ message }) => message);
        return messages.length === 0 ? undefined : messages.join(' ');
      },
    }),
    [draft, forms, dataSets, errors, claim],
  );
  const run = (): void => {
    if (!isReadable || (check.refusal && !check.isAsking && errors.length > 0)) focusFirstError();
    else if (!sent.isSending) sent.submit();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <DeskContext.Provider value={desk}>
      <header class="desk-head">
        <h1>Run a backtest</h1>
        <PresetBar draft={draft} preset={preset} change={change} />
      </header>
      {worked.refusal && <Refused title="What the address names could not be opened" refusal={worked.refusal} />}
      <div class="run-desk">
        <div class="stack">
          <TabList label="Ways to see the config" tabs={VIEWS} chosen={view} onChoose={setView} controls="config-view" />
          <div id="config-view" role="tabpanel" aria-label={VIEWS.find(({ id }) => id === view)?.label}>
            <DeskView view={view} draft={draft} errors={errors} onDraft={change} onReadable={setReadable} />
          </div>
        </div>
        <aside class="stack" aria-label="The run">
          <PricePreview span={JSON.parse(span) as QueryOf<'getCandles'>} />
          <RunBar check={check} refusal={refusal} isSending={sent.isSending} onRun={run} />
          {view !== 'json' && <ProblemList refusal={refusal} claimed={claimed} draft={draft} onDraft={change} />}
          {check.found && !refusal && <FoundFacts found={check.found} />}
        </aside>
      </div>
    </DeskContext.Provider>
  );
}

/** What the price preview depends on, as a text that stays the same while it does. */
function spanOf({ symbol, timeframe, start, end }: Draft): string {
  return JSON.stringify({ symbol, timeframe, start, end });
}

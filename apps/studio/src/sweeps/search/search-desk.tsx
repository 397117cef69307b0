import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Refusal } from '../../api/refusal.js';
import { CopyButton } from '../../design/copy-button.js';
import { Refused } from '../../design/refused.js';
import { TabList } from '../../design/tab-list.js';
import { isWithin, withValue } from '../../run/config/pointer.js';
import { type Desk, DeskContext } from '../../run/desk/desk-context.js';
import { useClaims } from '../../run/desk/use-claims.js';
import type { FieldSpec } from '../../run/form/field-spec.js';
import type { Forms } from '../../run/form/forms.js';
import { BasePanel } from './base-panel.js';
import { FoundSweep } from './found-sweep.js';
import { OtherProblems } from './other-problems.js';
import type { SearchDraft } from './search-draft.js';
import { searchLink } from './search-link.js';
import { SearchView, type ViewId, VIEWS } from './search-view.js';
import { hasNothingToRun, StartBar } from './start-bar.js';
import type { Searched } from './use-search.js';
import { useStart } from './use-start.js';
import { useSweepCheck } from './use-sweep-check.js';

interface Props {
  readonly forms: Forms;
  readonly objective: FieldSpec | undefined;
  readonly searched: Searched;
  readonly change: (draft: SearchDraft) => void;
}

const NONE: Refusal['errors'] = [];

const UNREADABLE: Refusal = { code: 'BROKEN', detail: 'What stands under JSON is no JSON object yet.', errors: NONE, retryable: false };

/** Where a sweep is made and checked, and begun. */
export function SearchDesk({ forms, objective, searched, change }: Props) {
  const { draft } = searched;
  const [view, setView] = useState<ViewId>('form');
  const check = useSweepCheck(draft);
  const sent = useStart(draft);
  const { claimed, claim } = useClaims();
  const [isReadable, setReadable] = useState(true);
  const refusal = isReadable ? (sent.refusal ?? check.refusal) : UNREADABLE;
  const errors = refusal?.errors ?? NONE;
  const desk: Desk = useMemo(
    () => ({
      ...{ draft, forms, dataSets: [], claim },
      set: (pointer, value) => change(withValue(draft, pointer, value)),
      errorAt: (pointer) => {
        const messages = errors.filter(({ path }) => isWithin(path, pointer)).map(({ message }) => message);
        return messages.length === 0 ? undefined : messages.join(' ');
      },
    }),
    [draft, forms, errors, claim],
  );
  const start = (): void => {
    if (!isReadable || (check.refusal && !check.isAsking && errors.length > 0))
      document.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    else if (!sent.isSending && !hasNothingToRun(check)) sent.start();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      start();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <DeskContext.Provider value={desk}>
      {searched.refusal && <Refused title="What the address names could not be opened" refusal={searched.refusal} />}
      <div class="run-desk">
        <div class="stack">
          <div class="row spread">
            <TabList label="Ways to see the sweep" tabs={VIEWS} chosen={view} onChoose={setView} controls="search-view" />
            <CopyButton text={`${window.location.origin}${window.location.pathname}${searchLink(draft)}`} label="Copy link" />
          </div>
          <div id="search-view" role="tabpanel" aria-label={VIEWS.find(({ id }) => id === view)?.label}>
            <SearchView {...{ view, draft, check, objective, errors }} onDraft={change} onReadable={setReadable} />
          </div>
        </div>
        <aside class="stack" aria-label="The sweep">
          <BasePanel />
          <StartBar check={check} refusal={refusal} isSending={sent.isSending} onStart={start} />
          {view !== 'json' && <OtherProblems errors={errors} claimed={claimed} />}
          {check.found && !refusal && <FoundSweep found={check.found} />}
        </aside>
      </div>
    </DeskContext.Provider>
  );
}

import type { Refusal } from '../../api/refusal.js';
import { CodeView } from '../../run/code/code-view.js';
import { JsonEditor } from '../../run/code/json-editor.js';
import type { FieldSpec } from '../../run/form/field-spec.js';
import { AxesPanel } from './axes-panel.js';
import { HowPanel } from './how-panel.js';
import type { SearchDraft } from './search-draft.js';
import { sweepClientText } from './sweep-client-text.js';
import { sweepCurlText } from './sweep-curl-text.js';
import type { SearchCheck } from './use-sweep-check.js';

export const VIEWS = [
  { id: 'form', label: 'Form' },
  { id: 'json', label: 'JSON' },
  { id: 'curl', label: 'curl' },
  { id: 'client', label: 'TypeScript' },
] as const;

export type ViewId = (typeof VIEWS)[number]['id'];

interface Props {
  readonly view: ViewId;
  readonly draft: SearchDraft;
  readonly check: SearchCheck;
  readonly objective: FieldSpec | undefined;
  readonly errors: Refusal['errors'];
  readonly onDraft: (draft: SearchDraft) => void;
  readonly onReadable: (isReadable: boolean) => void;
}

/** The sweep in one of its forms. */
export function SearchView({ view, draft, check, objective, errors, onDraft, onReadable }: Props) {
  const origin = window.location.origin;
  switch (view) {
    case 'form':
      return (
        <div class="desk-form">
          <AxesPanel normal={check.found?.sweep} />
          <HowPanel objective={objective} />
        </div>
      );
    case 'json':
      return <JsonEditor draft={draft} errors={errors} onDraft={onDraft} onReadable={onReadable} />;
    case 'curl':
      return (
        <CodeView
          text={sweepCurlText(draft, origin)}
          about="Begins it from a shell; the answer comes when the sweep has ended, or after a minute."
        />
      );
    case 'client':
      return (
        <CodeView
          text={sweepClientText(draft, origin)}
          about="Has this service sweep, from Node or a browser, and reads what came of it."
        />
      );
  }
}

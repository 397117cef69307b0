import { clientText } from '../code/client-text.js';
import { CodeView } from '../code/code-view.js';
import { curlText } from '../code/curl-text.js';
import { engineText } from '../code/engine-text.js';
import { JsonEditor } from '../code/json-editor.js';
import type { Draft } from '../config/json.js';
import { DeskForm } from './desk-form.js';

export const VIEWS = [
  { id: 'form', label: 'Form' },
  { id: 'json', label: 'JSON' },
  { id: 'curl', label: 'curl' },
  { id: 'client', label: 'TypeScript, client' },
  { id: 'engine', label: 'TypeScript, engine' },
] as const;

export type ViewId = (typeof VIEWS)[number]['id'];

interface DeskViewProps {
  readonly view: ViewId;
  readonly draft: Draft;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly onDraft: (draft: Draft) => void;
  readonly onReadable: (isReadable: boolean) => void;
}

/** The config in one of its forms. */
export function DeskView({ view, draft, errors, onDraft, onReadable }: DeskViewProps) {
  const origin = window.location.origin;
  switch (view) {
    case 'form':
      return <DeskForm />;
    case 'json':
      return <JsonEditor draft={draft} errors={errors} onDraft={onDraft} onReadable={onReadable} />;
    case 'curl':
      return <CodeView text={curlText(draft, origin)} about="Runs it from a shell; the answer comes when the run has ended." />;
    case 'client':
      return <CodeView text={clientText(draft, origin)} about="Has this service run it, from Node or a browser." />;
    case 'engine':
      return (
        <CodeView
          text={engineText(draft, origin)}
          about="Computes it where the code runs, without a service: the same run_hash, the same bits."
        />
      );
  }
}

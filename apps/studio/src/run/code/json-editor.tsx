import { useEffect, useRef, useState } from 'preact/hooks';
import { CopyButton } from '../../design/copy-button.js';
import { type Draft, isObject } from '../config/json.js';
import { MendButton } from '../desk/mend-button.js';
import { type Place, placeOfPointer, readJson } from './json-reading.js';

interface JsonEditorProps {
  readonly draft: Draft;
  /** What the service says is wrong with it. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly onDraft: (draft: Draft) => void;
  /** What is typed is no config, or is one again. */
  readonly onReadable: (isReadable: boolean) => void;
}

interface Mistake extends Place {
  readonly message: string;
  /** What the service said of it. */
  readonly problem?: JsonEditorProps['errors'][number];
}

const asText = (draft: Draft): string => JSON.stringify(draft, null, 2);

/** The config as JSON: what is typed is the config as soon as it is JSON; what is wrong is told by its line. */
export function JsonEditor({ draft, errors, onDraft, onReadable }: JsonEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const typed = useRef(draft);
  const [text, setText] = useState(() => asText(draft));
  useEffect(() => {
    if (typed.current !== draft) setText(asText(draft)); // it was changed from elsewhere
    typed.current = draft;
  }, [draft]);
  const reading = readJson(text);
  const mistakes: readonly Mistake[] = reading.isJson ? misfits(reading, errors) : [reading];
  const isReadable = reading.isJson && isObject(reading.value);
  useEffect(() => onReadable(isReadable), [isReadable]);
  useEffect(() => () => onReadable(true), []); // the form shows the last config that could be read
  const take = (next: string): void => {
    setText(next);
    const read = readJson(next);
    if (!read.isJson || !isObject(read.value)) return;
    typed.current = read.value;
    onDraft(read.value);
  };
  const goTo = ({ line, column }: Place): void => {
    const at =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1;
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
  };
  const follow = (): void => {
    if (gutter.current && area.current) gutter.current.scrollTop = area.current.scrollTop;
  };
  return (
    <div class="stack">
      <div class="row">
        <label for="config-json" class="soft">
          The config; the form follows what you type.
        </label>
        <CopyButton text={text} label="Copy JSON" />
      </div>
      <div class="editor">
        <pre ref={gutter} aria-hidden="true">
          {text.split('\n').map((_line, index) => (
            <span key={index} class={mistakes.some(({ line }) => line === index + 1) ? 'bad' : undefined}>{`${index + 1}\n`}</span>
          ))}
        </pre>
        <textarea
          id="config-json"
          ref={area}
          class="code"
          wrap="off"
          spellcheck={false}
          value={text}
          aria-describedby="config-json-mistakes"
          aria-invalid={mistakes.length > 0 ? true : undefined}
          onInput={(event) => take(event.currentTarget.value)}
          onScroll={follow}
        />
      </div>
      <ul class="problems" id="config-json-mistakes" aria-live="polite">
        {mistakes.map((mistake) => (
          <li key={`${mistake.line} ${mistake.message}`}>
            <button type="button" class="line" onClick={() => goTo(mistake)}>
              Line {mistake.line}
            </button>{' '}
            {mistake.message} {mistake.problem && <MendButton draft={draft} problem={mistake.problem} onDraft={onDraft} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function misfits(
  reading: Extract<ReturnType<typeof readJson>, { readonly isJson: true }>,
  errors: JsonEditorProps['errors'],
): readonly Mistake[] {
  if (!isObject(reading.value)) return [{ line: 1, column: 1, message: 'A config is an object: { "symbol": … }.' }];
  return errors.map((problem) => ({
    ...placeOfPointer(reading.places, problem.path),
    ...{ problem, message: `${problem.path || '/'} ${problem.message}` },
  }));
}

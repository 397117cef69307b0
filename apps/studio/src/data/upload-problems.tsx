import type { UploadCheck } from '@projecta/client';
import { lineOf, problemPlace } from './problem-place.js';
import { useLines } from './use-lines.js';

/** More of them say nothing more. */
const SHOWN = 20;

/** What is wrong with a file: each problem with its line, its column and the text that stands there. */
export function UploadProblems({ file, problems }: { readonly file: File; readonly problems: UploadCheck['problems'] }) {
  const lines = useLines(file);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="What is wrong with the file">
      <table class="upload-problems">
        <caption>{problems.length === 1 ? 'One problem' : `${problems.length} problems`}. Mend the file and choose it again.</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Column</th>
            <th scope="col">What is wrong, and what stands there</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, SHOWN).map(({ path, message }) => {
            const { line, row, column } = problemPlace(path);
            const text = lineOf(lines, line);
            return (
              <tr key={path + message}>
                <td>{(line !== undefined && `line ${line}`) || (row !== undefined && `row ${row}`) || 'file'}</td>
                <td>{column ?? '–'}</td>
                <td>
                  {message.replace(/^upload: ((line|row) \d+(, column [^:]+)?: )?/, '')}
                  {text !== undefined && <code class="line-text">{text}</code>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {problems.length > SHOWN && <p class="soft">and {problems.length - SHOWN} more of them</p>}
    </div>
  );
}

import type { Comparison } from '@projecta/client';
import { RunLetter } from './run-letter.js';

/** Where the configs differ. */
export function ConfigDifferences({ comparison: { runs, config } }: { readonly comparison: Comparison }) {
  return (
    <section class="stack" aria-labelledby="config-difference">
      <h2 id="config-difference">What differs in the configs</h2>
      {config.length === 0 ? (
        <p class="soft">Nothing: the configs are the same.</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label="Differences of the configs">
          <table class="beside">
            <thead>
              <tr>
                <th scope="col">Place in the config</th>
                {runs.map(({ run_hash }, i) => (
                  <th scope="col" key={run_hash}>
                    <RunLetter i={i} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {config.map(({ path, values }) => (
                <tr key={path}>
                  <th scope="row">
                    <code>{path}</code>
                  </th>
                  {values.map((value, i) => (
                    <td key={i}>{value === null ? <span class="soft">absent</span> : <code>{JSON.stringify(value)}</code>}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

import { CopyButton } from '../design/copy-button.js';
import { FileList } from '../files/file-list.js';
import { HashList } from '../files/hash-list.js';
import { runLink } from '../run/config/config-link.js';
import type { CompletedRun } from './completed-run.js';

/** Everything the run left, with the hashes that prove it, and the config it came from. */
export function FilesTab({ run }: { readonly run: CompletedRun }) {
  const { manifest, config, run_hash, config_hash, data_hash } = run;
  const { manifest_hash, chain_prev } = manifest;
  const json = JSON.stringify(config, null, 2);
  return (
    <div class="parts">
      <FileList of="run" manifest={manifest} address={`/runs/${run_hash}/artifacts`} />
      <HashList hashes={{ run_hash, config_hash, data_hash, manifest_hash, chain_prev }} among="this run among the others" />
      <section class="stack" aria-labelledby="config-title">
        <div class="row spread">
          <h2 id="config-title">Config in normal form</h2>
          <span class="row">
            <CopyButton text={json} label="Copy JSON" />
            <a class="button" href={runLink(config)}>
              Run again with changes
            </a>
          </span>
        </div>
        <pre tabIndex={0} aria-label="Config as JSON">
          {json}
        </pre>
      </section>
    </div>
  );
}

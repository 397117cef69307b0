import { CopyButton } from '../../design/copy-button.js';
import { FileList } from '../../files/file-list.js';
import { HashList } from '../../files/hash-list.js';
import type { CompletedSweep } from './completed-sweep.js';

/** Everything the sweep left, with the hashes that prove it, and what it came from. */
export function SweepFiles({ sweep: { sweep_hash, config_hash, data_hash, manifest, sweep } }: { readonly sweep: CompletedSweep }) {
  const { manifest_hash, chain_prev } = manifest;
  const json = JSON.stringify(sweep, null, 2);
  return (
    <div class="parts">
      <FileList of="sweep" manifest={manifest} address={`/sweeps/${sweep_hash}/artifacts`} />
      <HashList hashes={{ sweep_hash, config_hash, data_hash, manifest_hash, chain_prev }} among="this sweep among the runs" />
      <section class="stack" aria-labelledby="config-title">
        <div class="row spread">
          <h2 id="config-title">Sweep in normal form</h2>
          <CopyButton text={json} label="Copy JSON" />
        </div>
        <pre tabIndex={0} aria-label="Sweep as JSON">
          {json}
        </pre>
      </section>
    </div>
  );
}

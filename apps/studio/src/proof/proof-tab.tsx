import { Button } from '../design/button.js';
import type { CompletedRun } from '../result/completed-run.js';
import './proof.css';
import { ProofProgress } from './proof-progress.js';
import { ProofTable } from './proof-table.js';
import { proofVerdict } from './proof-state.js';
import { ServerCheck } from './server-check.js';
import { Unproved } from './unproved.js';
import { useProof } from './use-proof.js';

/** Proves a run twice: here, by computing it again with the same engine, and in the service, by its own check. */
export function ProofTab({ run }: { readonly run: CompletedRun }) {
  return (
    <div class="proof">
      <section class="stack" aria-labelledby="here-title">
        <h2 id="here-title">Verify here</h2>
        <p class="lead">
          This browser computes the run again with the same engine, from the config and the candles alone, builds every file, and compares
          each bit by bit with what the manifest lists and what the service serves.
        </p>
        {run.plugins.length > 0 ? <NotHere run={run} /> : <Here run={run} />}
      </section>
      <ServerCheck run={run} />
    </div>
  );
}

function NotHere({ run: { plugins } }: { readonly run: CompletedRun }) {
  return (
    <p class="notice">
      This run uses {plugins.map(({ name, version }) => `${name} ${version}`).join(', ')}, which is code that this page does not have, so
      the browser cannot compute it. The service can, where that code is loaded: see its own check.
    </p>
  );
}

function Here({ run }: { readonly run: CompletedRun }) {
  const { run_hash, data_hash, config, manifest } = run;
  const { state, begin, cancel } = useProof({ baseUrl: window.location.origin, run_hash, data_hash, config, manifest });
  const verdict = proofVerdict(state, manifest.manifest_hash);
  const isRunning = state.status === 'running';
  return (
    <>
      <p class="row">
        {isRunning ? (
          <Button onClick={cancel}>Cancel</Button>
        ) : (
          <Button kind="primary" onClick={begin}>
            {state.status === 'idle' ? 'Verify here' : 'Verify again'}
          </Button>
        )}
        {state.status === 'cancelled' && <span role="status">Cancelled; nothing was kept.</span>}
      </p>
      {isRunning && <ProofProgress stage={state.stage} />}
      {verdict && (
        <p class={`notice ${verdict.tone}`} role={verdict.tone === 'bad' ? 'alert' : 'status'}>
          {verdict.text}
        </p>
      )}
      <Unproved outcome={state.outcome} data_hash={data_hash} again={begin} />
      <ProofTable manifest={manifest} proofs={state.artifacts} isRunning={isRunning} />
    </>
  );
}

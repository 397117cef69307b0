import type { Manifest } from '@projecta/client';
import { formatNumber } from '@projecta/report';
import type { ArtifactProof } from './proof-message.js';

interface Props {
  readonly manifest: Manifest;
  readonly proofs: readonly ArtifactProof[];
  readonly isRunning: boolean;
}

/** Every file with its three hashes. */
export function ProofTable({ manifest, proofs, isRunning }: Props) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Files and their hashes">
      <table class="proofs">
        <caption>SHA-256 of every file: as the manifest lists it, as the service serves it, as this browser computes it</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" class="n">
              Bytes
            </th>
            <th scope="col">Listed</th>
            <th scope="col">Served</th>
            <th scope="col">Computed here</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {manifest.artifacts.map(({ name, size, sha256 }) => {
            const proof = proofs.find((one) => one.name === name);
            return (
              <tr key={name} class={proof && proof.verdict !== 'same' ? 'broken' : undefined}>
                <th scope="row">{name}</th>
                <td class="n">{formatNumber(size, 0)}</td>
                <td>
                  <code>{sha256.slice(0, 12)}</code>
                </td>
                <td>{proof && <Digest value={proof.served} listed={sha256} />}</td>
                <td>{proof && <Digest value={proof.computed} listed={sha256} />}</td>
                <td>
                  <Verdict proof={proof} isRunning={isRunning} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Digest({ value, listed }: { readonly value: string | null; readonly listed: string }) {
  if (value === null) return <span class="soft">none</span>;
  return (
    <code class={value === listed ? undefined : 'loss'} title={value}>
      {value.slice(0, 12)}
    </code>
  );
}

const SAID = { same: 'same bits', changed: 'changed', differs: 'differs' } as const;

function Verdict({ proof, isRunning }: { readonly proof: ArtifactProof | undefined; readonly isRunning: boolean }) {
  if (!proof) return <span class="soft">{isRunning ? 'waiting' : 'not checked'}</span>;
  return (
    <>
      <span class={`badge ${proof.verdict === 'same' ? 'good' : 'bad'}`}>{SAID[proof.verdict]}</span>
      {proof.words.map((text) => (
        <span class="why" key={text}>
          {text}
        </span>
      ))}
    </>
  );
}

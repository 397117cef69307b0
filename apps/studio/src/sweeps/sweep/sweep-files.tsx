import { formatNumber } from '@projecta/report';
import { CopyButton } from '../../design/copy-button.js';
import { Hash } from '../../design/hash.js';
import { linkTo } from '../../routing/route.js';
import type { CompletedSweep } from './completed-sweep.js';

const MANIFEST = { name: 'manifest.json', size: null, sha256: null };

/** Everything the sweep left, with the hashes that prove it, and what it came from. */
export function SweepFiles({ sweep: { sweep_hash, config_hash, data_hash, manifest, sweep } }: { readonly sweep: CompletedSweep }) {
  const json = JSON.stringify(sweep, null, 2);
  const { manifest_hash, chain_prev } = manifest;
  return (
    <div class="parts">
      <section class="stack" aria-labelledby="files-title">
        <h2 id="files-title">Files</h2>
        <div class="scroll" tabIndex={0} role="region" aria-label="Files of the sweep">
          <table>
            <caption>
              What manifest.json lists. The SHA-256 of identity.json is the sweep_hash; that of config.json is the config_hash.
            </caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col" class="n">
                  Bytes
                </th>
                <th scope="col">SHA-256</th>
                <th scope="col">Also as</th>
              </tr>
            </thead>
            <tbody>
              {[...manifest.artifacts, MANIFEST].map(({ name, size, sha256 }) => (
                <tr key={name}>
                  <th scope="row">
                    <a href={fileOf(sweep_hash, name)} download={name}>
                      {name}
                    </a>
                  </th>
                  <td class="n">{size === null ? '' : formatNumber(size, 0)}</td>
                  <td>{sha256 === null ? <span class="soft">sealed by manifest_hash</span> : <Hash value={sha256} />}</td>
                  <td>
                    <span class="row">{alternatives(sweep_hash, name)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section class="stack" aria-labelledby="hashes-title">
        <h2 id="hashes-title">Hashes</h2>
        <dl class="hashes">
          {Object.entries({ sweep_hash, config_hash, data_hash, manifest_hash, chain_prev }).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{value ?? 'none: the first of its chain'}</code>
                {value !== null && <CopyButton text={value} label={`Copy ${name}`} />}
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={linkTo('chain')}>The chain</a> shows this sweep among the runs.
        </p>
      </section>
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

function fileOf(sweep_hash: string, name: string): string {
  return `/sweeps/${sweep_hash}/artifacts/${name}`;
}

function alternatives(sweep_hash: string, name: string) {
  if (name.endsWith('.html')) return <a href={fileOf(sweep_hash, name)}>open</a>;
  if (!name.endsWith('.parquet')) return null;
  return ['csv', 'json', 'arrow'].map((format) => (
    <a key={format} href={`${fileOf(sweep_hash, name)}?format=${format}`} download={name.replace('.parquet', `.${format}`)}>
      {format}
    </a>
  ));
}

import { formatNumber } from '@projecta/report';
import { CopyButton } from '../design/copy-button.js';
import { Hash } from '../design/hash.js';
import { linkTo } from '../routing/route.js';
import { runLink } from '../run/config/config-link.js';
import type { CompletedRun } from './completed-run.js';

/** Everything the run left, with the hashes that prove it, and the config it came from. */
export function FilesTab({ run }: { readonly run: CompletedRun }) {
  const { manifest, config, run_hash } = run;
  const json = JSON.stringify(config, null, 2);
  return (
    <div class="parts">
      <section class="stack" aria-labelledby="files-title">
        <h2 id="files-title">Files</h2>
        <div class="scroll" tabIndex={0} role="region" aria-label="Files of the run">
          <table>
            <caption>
              What manifest.json lists. The SHA-256 of identity.json is the run_hash; that of config.json is the config_hash.
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
                    <a href={fileOf(run_hash, name)} download={name}>
                      {name}
                    </a>
                  </th>
                  <td class="n">{size === null ? '' : formatNumber(size, 0)}</td>
                  <td>{sha256 === null ? <span class="soft">sealed by manifest_hash</span> : <Hash value={sha256} />}</td>
                  <td>
                    <span class="row">{alternatives(run_hash, name)}</span>
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
          {hashesOf(run).map(([name, value]) => (
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
          <a href={linkTo('chain')}>The chain</a> shows this run among the others.
        </p>
      </section>
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

const MANIFEST = { name: 'manifest.json', size: null, sha256: null };

function hashesOf({ run_hash, config_hash, data_hash, manifest }: CompletedRun): readonly (readonly [string, string | null])[] {
  const { manifest_hash, chain_prev } = manifest;
  return Object.entries({ run_hash, config_hash, data_hash, manifest_hash, chain_prev });
}

function fileOf(run_hash: string, name: string): string {
  return `/runs/${run_hash}/artifacts/${name}`;
}

function alternatives(run_hash: string, name: string) {
  if (name.endsWith('.html')) return <a href={fileOf(run_hash, name)}>open</a>;
  if (!name.endsWith('.parquet')) return null;
  return ['csv', 'json', 'arrow'].map((format) => (
    <a key={format} href={`${fileOf(run_hash, name)}?format=${format}`} download={name.replace('.parquet', `.${format}`)}>
      {format}
    </a>
  ));
}

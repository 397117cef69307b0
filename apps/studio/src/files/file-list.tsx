import type { Manifest } from '@projecta/client';
import { formatNumber } from '@projecta/report';
import { Hash } from '../design/hash.js';

interface Props {
  /** What left them, and what its hash is called. */
  readonly of: 'run' | 'sweep';
  readonly manifest: Manifest;
  /** Where they are served. */
  readonly address: string;
}

const MANIFEST = { name: 'manifest.json', size: null, sha256: null };

/** Every file that is kept, to download. */
export function FileList({ of, manifest, address }: Props) {
  return (
    <section class="stack" aria-labelledby="files-title">
      <h2 id="files-title">Files</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={`Files of the ${of}`}>
        <table>
          <caption>
            What manifest.json lists. The SHA-256 of identity.json is the {of}_hash; that of config.json is the config_hash.
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
                  <a href={`${address}/${name}`} download={name}>
                    {name}
                  </a>
                </th>
                <td class="n">{size === null ? '' : formatNumber(size, 0)}</td>
                <td>{sha256 === null ? <span class="soft">sealed by manifest_hash</span> : <Hash value={sha256} />}</td>
                <td>
                  <span class="row">{alternatives(address, name)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function alternatives(address: string, name: string) {
  if (name.endsWith('.html')) return <a href={`${address}/${name}`}>open</a>;
  if (!name.endsWith('.parquet')) return null;
  return ['csv', 'json', 'arrow'].map((format) => (
    <a key={format} href={`${address}/${name}?format=${format}`} download={name.replace('.parquet', `.${format}`)}>
      {format}
    </a>
  ));
}

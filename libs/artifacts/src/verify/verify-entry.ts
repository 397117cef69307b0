import { type ExtraDigest, EXTRA_DIGESTS, extraDigest, type Sha256Stream } from '@projecta/hashing';
import { contentSha256 } from '../content-sha256.js';
import type { ManifestEntry } from '@projecta/engine';
import { tableFromParquet } from '../parquet/table-from-parquet.js';
import { type Difference, difference } from './verification.js';

/** How a file differs from its entry in the manifest. The content of a table is hashed only where its bytes are right: other bytes are reported already. */
export async function verifyEntry(entry: ManifestEntry, bytes: Uint8Array, hash: () => Sha256Stream): Promise<Difference[]> {
  const { name, size, sha256 } = entry;
  if (bytes.length !== size) return [difference('size', name, `it has ${bytes.length} bytes where the manifest says ${size}.`)];
  const found = hash().update(bytes).digestHex();
  if (found !== sha256) return [difference('sha256', name, `its SHA-256 is ${found} where the manifest says ${sha256}.`)];
  return [...extraDigests(entry, bytes), ...(await content(entry, bytes, hash))];
}

function extraDigests(entry: ManifestEntry, bytes: Uint8Array): Difference[] {
  const wrong = EXTRA_DIGESTS.filter((digest) => isWrong(entry, digest, bytes));
  return wrong.map((digest) => difference('extra_digest', entry.name, `its ${digest} is not the ${entry[digest]} the manifest says.`));
}

function isWrong(entry: ManifestEntry, digest: ExtraDigest, bytes: Uint8Array): boolean {
  return entry[digest] !== undefined && entry[digest] !== extraDigest(digest, bytes);
}

async function content({ name, content_sha256 }: ManifestEntry, bytes: Uint8Array, hash: () => Sha256Stream): Promise<Difference[]> {
  if (!name.endsWith('.parquet')) return [];
  if (content_sha256 === undefined) return [difference('content_sha256', name, 'the manifest has no content_sha256 for this table.')];
  try {
    const found = contentSha256(await tableFromParquet(bytes), hash);
    if (found === content_sha256) return [];
    return [difference('content_sha256', name, `its columns hash to ${found} where the manifest says ${content_sha256}.`)];
  } catch (error) {
    return [difference('content_sha256', name, error instanceof Error ? error.message : 'the table cannot be read.')];
  }
}

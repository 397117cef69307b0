import { describe, expect, test } from '@jest/globals';
import type { Manifest, ManifestEntry } from '@projecta/engine';
import { sealManifest } from '../manifest.js';
import { compareReplay } from './compare-replay.js';

const hash = (digit: string): string => digit.repeat(64);

function manifest(changes: Partial<Manifest> = {}, entries: Record<string, Partial<ManifestEntry> | null> = {}): Manifest {
  const artifacts = ['config.json', 'equity.parquet', 'equity.svg', 'report.html']
    .filter((name) => entries[name] !== null)
    .map((name) => {
      const content = name.endsWith('.parquet') ? { content_sha256: hash('c') } : {};
      return { name, size: 1, sha256: hash('a'), media_type: '', ...content, ...entries[name] };
    });
  const base = { format_version: 1, run_hash: hash('1'), data_hash: hash('2'), engine: { name: 'projecta', semantics_version: 1 } };
  return sealManifest({ ...base, artifacts, ...changes }, changes.chain_prev ?? null);
}

const compare = (replay: Manifest) => {
  const { same, compared, differences, presentation } = compareReplay(manifest(), replay);
  return { same, compared, differences: differences.map(({ artifact }) => artifact), presentation };
};

describe('compareReplay', () => {
  test('of the same bytes is the same, whatever the chain and the package version', () => {
    const replay = manifest({ chain_prev: hash('9'), engine: { name: 'projecta', semantics_version: 1, version: '2.0.0' } });
    expect(compare(replay)).toEqual({ same: true, compared: 'bytes', differences: [], presentation: [] });
  });

  test('under one format_version every other byte is a difference', () => {
    const other = { sha256: hash('b') };
    const replay = manifest({}, { 'equity.parquet': other, 'report.html': other });
    expect(compare(replay)).toEqual({ same: false, compared: 'bytes', differences: ['equity.parquet', 'report.html'], presentation: [] });
  });

  test('across format versions tables are compared by content, report.html and equity.svg are presentation', () => {
    const other = { sha256: hash('b') };
    const replay = manifest({ format_version: 2 }, { 'equity.parquet': other, 'report.html': other, 'equity.svg': other });
    expect(compare(replay)).toEqual({ same: true, compared: 'content', differences: [], presentation: ['equity.svg', 'report.html'] });
  });

  test('across format versions other content is a difference', () => {
    const replay = manifest(
      { format_version: 2 },
      { 'equity.parquet': { content_sha256: hash('d') }, 'config.json': { sha256: hash('b') } },
    );
    expect(compare(replay)).toMatchObject({ same: false, differences: ['config.json', 'equity.parquet'] });
  });

  test('another run, other data, a file more or less are differences', () => {
    expect(compare(manifest({ run_hash: hash('3'), data_hash: hash('4') })).differences).toEqual(['identity.json', 'identity.json']);
    expect(compare(manifest({}, { 'equity.svg': null })).differences).toEqual(['equity.svg']);
    expect(compareReplay(manifest({}, { 'equity.svg': null }), manifest()).differences).toEqual([
      { artifact: 'equity.svg', message: 'the replay has it, the kept run has not.' },
    ]);
  });
});

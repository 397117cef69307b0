import type { Manifest } from '@projecta/artifacts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { completedRun } from './completed-run.js';
import { type RunningServer, startServer } from './running-server.js';
import { SAMPLE } from './sample-config.js';

/** A server with one completed run, which has every artifact. */
export interface SampleArtifacts {
  readonly server: RunningServer;
  readonly run_hash: string;
  readonly folder: string;
  /** As it lies on the disk. */
  readonly manifest: Manifest;
  /** Fetches an artifact by its name, parameters included. */
  file(name: string, init?: RequestInit): Promise<Response>;
  onDisk(name: string): Uint8Array;
}

export async function sampleArtifacts(): Promise<SampleArtifacts> {
  const server = await startServer();
  const run_hash = await completedRun(server, { ...SAMPLE, features: true });
  const folder = join(server.home, 'runs', run_hash);
  const onDisk = (name: string): Uint8Array => readFileSync(join(folder, name));
  return {
    ...{ server, run_hash, folder, onDisk },
    manifest: JSON.parse(Buffer.from(onDisk('manifest.json')).toString()) as Manifest,
    file: (name, init) => server.fetch(`/runs/${run_hash}/artifacts/${name}`, init),
  };
}

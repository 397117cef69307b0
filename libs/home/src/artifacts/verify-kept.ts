import type { Difference, Verification, VerifyOptions } from '@projecta/artifacts';
import { verifyRunFolder } from '@projecta/artifacts/node';
import { ProjectaError } from '@projecta/errors';

/** The folder of a kept run, and what its manifest must say. */
export interface KeptRunCheck extends Pick<VerifyOptions, 'runHash' | 'manifestHash' | 'chainPrev'> {
  readonly folder: string;
}

/** Recomputes every hash of a kept run. That its folder is gone is a finding, too. */
export async function verifyKept({ folder, ...expected }: KeptRunCheck): Promise<Verification> {
  try {
    return await verifyRunFolder(folder, expected);
  } catch (error) {
    if (!(error instanceof ProjectaError) || error.code !== 'RUN_NOT_FOUND') throw error;
    const message = 'manifest.json: the folder of the run is gone, so nothing can be verified.';
    const gone: Difference = { code: 'ARTIFACT_NOT_FOUND', check: 'missing', artifact: 'manifest.json', message };
    return { ok: false, run_hash: null, manifest_hash: null, files: 0, differences: [gone] };
  }
}

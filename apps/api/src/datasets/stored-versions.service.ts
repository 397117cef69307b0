import { Inject, Injectable } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import type { StoredVersion } from '@projecta/home';
import { BACKEND, type Backend } from '../backend.js';

/** How often work begins anew because what it was to read was replaced. */
const MOST_TIMES = 5;

/** The stored versions of a symbol, for work that reads their files later. */
@Injectable()
export class StoredVersions {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  /** Does work with them. Where one was replaced and removed before it was read, the work is done again with those that are there then. */
  async use<T>(symbol: string, work: (versions: readonly StoredVersion[]) => Promise<T>, times = MOST_TIMES): Promise<T> {
    const { dataSets } = this.backend.home;
    const versions = await dataSets.versions(symbol);
    try {
      return await work(versions);
    } catch (error) {
      if (!(error instanceof ProjectaError) || error.code !== 'ARTIFACT_DAMAGED' || times <= 1) throw error;
      if (namesOf(await dataSets.versions(symbol)) === namesOf(versions)) throw error;
    }
    return this.use(symbol, work, times - 1);
  }
}

function namesOf(versions: readonly StoredVersion[]): string {
  return versions.map(({ dataset_id }) => dataset_id).join(' ');
}

import { Inject, Injectable } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import { BACKEND, type Backend } from '../backend.js';
import { folderFiles } from './folder-files.js';
import { BUILT_IN, chosenDataSet, type DataSetKey } from './data-set-key.js';

/** Takes data sets away from new runs; versions that kept runs used stay, so that these can be run again. */
@Injectable()
export class DataSetRemoval {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  /** Throws DATA_NOT_FOUND, VALIDATION_FAILED where it has to be said which is meant, NOT_ALLOWED for what is not stored here. */
  async remove(key: DataSetKey): Promise<void> {
    const { dataSets } = this.backend.home;
    if (key.symbol === BUILT_IN) throw refusal(`${BUILT_IN} is built in and stays.`);
    const present = await dataSets.ofSymbol(key.symbol);
    if (present.length === 0 && (await this.isInFolder(key.symbol))) {
      throw refusal(`${key.symbol} is a file of the data folder, which is only read. Remove the file there.`);
    }
    const { timeframe } = chosenDataSet(key, present);
    await dataSets.remove(key.symbol, timeframe);
  }

  private async isInFolder(symbol: string): Promise<boolean> {
    return (await folderFiles(this.backend.settings.dataDir)).some((file) => file.symbol === symbol);
  }
}

function refusal(message: string): ProjectaError {
  return new ProjectaError('NOT_ALLOWED', message, [{ path: '/symbol', code: 'NOT_ALLOWED', message }]);
}

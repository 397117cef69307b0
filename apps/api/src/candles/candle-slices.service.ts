import { Inject, Injectable } from '@nestjs/common';
import { timeframeMs } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import type { CandleSlice, Crew } from '@projecta/home';
import { BACKEND, type Backend } from '../backend.js';
import { LargeFiles } from '../datasets/large-files.service.js';
import { StoredVersions } from '../datasets/stored-versions.service.js';
import type { CandlesQuery } from './candles-query.js';
import { type Exchange, sendCandles } from './send-candles.js';
import { whenSent } from './when-sent.js';

/** From how many bars on an answer is large: some 5 MB, and a tenth of a second to write. */
const LARGE_BARS = 100_000;

/** Candles for charts and replays, read and written as text by a thread. */
@Injectable()
export class CandleSlices {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly stored: StoredVersions,
    private readonly files: LargeFiles,
  ) {}

  /** Throws DATA_NOT_FOUND, TIMEFRAME_TOO_FINE, DATA_INVALID, LIMIT_EXCEEDED, VALIDATION_FAILED, QUEUE_FULL. */
  async answer(query: CandlesQuery, exchange: Exchange): Promise<void> {
    if (!isLarge(query)) return sendCandles(query, await this.slice(query, this.backend.clerks), exchange);
    await this.files.transfer(async (crew) => {
      sendCandles(query, await this.slice(query, crew), exchange);
      await whenSent(exchange.response); // until then it takes memory
    });
  }

  private async slice(query: CandlesQuery, crew: Crew): Promise<CandleSlice> {
    const { dataDir, limits } = this.backend.settings;
    try {
      return await this.stored.use(query.symbol, (stored) => crew.perform('candles', { ...query, stored, dataDir, maxBars: limits.bars }));
    } catch (error) {
      // the address names them, so it is the address that is nowhere
      if (error instanceof ProjectaError && error.code === 'DATA_NOT_FOUND') throw new ProjectaError(error.code, error.message);
      throw error;
    }
  }
}

/** Whether an answer may be large; JSON comes in pages. */
function isLarge({ format, timeframe, start, end, downsample }: CandlesQuery): boolean {
  if (format.name === 'json' || downsample !== null) return false;
  return start === null || end === null || (end - start) / timeframeMs(timeframe) > LARGE_BARS;
}

import { Inject, Injectable } from '@nestjs/common';
import { parseInstant, type Timeframe } from '@projecta/candles';
import { RunCancelled } from '@projecta/engine';
import { type Problem, ProjectaError, ValidationFailed } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import type { PreviewWanted } from '@projecta/home';
import { BACKEND, type Backend } from '../backend.js';
import { cursorTime, dateOrder, USUAL_ROWS } from '../candles/candles-query.js';
import { StoredVersions } from '../datasets/stored-versions.service.js';
import { checkedBody } from '../http/checked-body.js';
import { FeaturePreviewDto } from './feature-preview.dto.js';

const MOST_INDICATORS = 20;

/** An indicator of a user's may never end; whatever runs longer than this is ended. */
const MOST_MS = 30_000;

/** Indicator columns on candles, computed by a clerk's thread with the code that runs use. */
@Injectable()
export class FeaturePreviews {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly stored: StoredVersions,
  ) {}

  /** The answer as JSON. Throws what is wrong with the body as a RunConfig's checks would, DATA_*, STRATEGY_ERROR, LIMIT_EXCEEDED. */
  async preview(value: JsonValue): Promise<Uint8Array> {
    const { catalogue, clerks, settings, closing } = this.backend;
    const wanted = wantedOf(checkedBody(FeaturePreviewDto, value, { what: 'The preview', catalogue }));
    const { dataDir, limits } = settings;
    try {
      return await this.stored.use(wanted.symbol, async (stored) => {
        const request = { ...wanted, stored, dataDir, maxBars: limits.bars };
        return (await clerks.perform('features', request, { signal: AbortSignal.timeout(MOST_MS) })).body;
      });
    } catch (error) {
      if (!(error instanceof RunCancelled)) throw error;
      if (closing.aborted) throw new ProjectaError('SHUTTING_DOWN', 'The server is stopping; try again when it is back.');
      throw new ProjectaError(
        'LIMIT_EXCEEDED',
        `The preview took longer than ${MOST_MS / 1000} s. Take a shorter span or fewer indicators.`,
      );
    }
  }
}

/** Throws VALIDATION_FAILED for what its fields do not show by themselves. */
function wantedOf(body: FeaturePreviewDto): Omit<PreviewWanted, 'stored' | 'dataDir' | 'maxBars'> {
  const { symbol, timeframe, indicators, downsample, limit, cursor } = body;
  const start = parseInstant(body.start, '/start');
  const end = parseInstant(body.end, '/end');
  const problems = [...dateOrder(start, end), ...tooMany(indicators.length)];
  if (problems.length > 0) throw new ValidationFailed(problems, 'The preview');
  return {
    ...{ symbol, timeframe: timeframe as Timeframe, start, end, downsample: downsample ?? null },
    indicators: indicators.map(({ name, params }) => ({
      name,
      ...(params !== undefined && { params: params as Record<string, unknown> }),
    })),
    page: { after: cursor === undefined ? null : cursorTime(cursor)!, limit: limit ?? Math.max(USUAL_ROWS, downsample ?? 0) },
  };
}

function tooMany(indicators: number): Problem[] {
  if (indicators <= MOST_INDICATORS) return [];
  const message = `has ${indicators} entries; it may have ${MOST_INDICATORS}.`;
  return [{ path: '/indicators', code: 'LIMIT_EXCEEDED', message }];
}

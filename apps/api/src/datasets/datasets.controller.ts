import { Controller, Delete, Get, HttpCode, Param, Put, Query, Req, Res } from '@nestjs/common';
import type { Page } from '@projecta/persistence';
import type { Request, Response } from 'express';
import { timeframeParameter } from '../http/market-query.js';
import { flag, readQuery, text, wholeNumber } from '../http/query.js';
import { pathSymbol } from './data-set-key.js';
import { DataSetList } from './data-set-list.service.js';
import { DataSetProfiles } from './data-set-profiles.service.js';
import { DataSetRemoval } from './data-set-removal.service.js';
import type { DataSetView } from './data-set-view.js';
import { uploadAnswer } from './upload-answer.js';
import { Uploads } from './uploads.service.js';

const LIST = { limit: wholeNumber(1, 500, 50), cursor: text(1_024) };
const ONE = { timeframe: timeframeParameter() };
const UPLOAD = { ...ONE, adjust: flag(), dry_run: flag() };

@Controller('datasets')
export class DatasetsController {
  constructor(
    private readonly list: DataSetList,
    private readonly profiles: DataSetProfiles,
    private readonly uploads: Uploads,
    private readonly removal: DataSetRemoval,
  ) {}

  @Get()
  page(@Query() query: object): Promise<Page<DataSetView>> {
    return this.list.page(readQuery(query, LIST));
  }

  @Get(':symbol')
  one(@Param('symbol') symbol: string, @Query() query: object): Promise<object> {
    return this.profiles.one({ symbol: pathSymbol(symbol), ...readQuery(query, ONE) });
  }

  @Put(':symbol')
  async put(
    @Param('symbol') symbol: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object | undefined> {
    const upload = { symbol: pathSymbol(symbol), ...readQuery(request.query, UPLOAD) };
    return uploadAnswer(await this.uploads.take(upload, { request, response }), response);
  }

  @Delete(':symbol')
  @HttpCode(204)
  remove(@Param('symbol') symbol: string, @Query() query: object): Promise<void> {
    return this.removal.remove({ symbol: pathSymbol(symbol), ...readQuery(query, ONE) });
  }
}

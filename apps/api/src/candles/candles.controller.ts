import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CandleSlices } from './candle-slices.service.js';
import { candlesQuery } from './candles-query.js';
import { checkAccepted } from './send-candles.js';

@Controller('candles')
export class CandlesController {
  constructor(private readonly slices: CandleSlices) {}

  @Get()
  async slice(@Req() request: Request, @Res() response: Response): Promise<void> {
    const query = candlesQuery(request.query);
    checkAccepted(query, request);
    await this.slices.answer(query, { request, response });
  }
}

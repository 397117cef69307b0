import { Controller, Get, Inject, Query, Res, UseGuards } from '@nestjs/common';
import { LEDGER_ORDERS, type Page } from '@projecta/persistence';
import type { Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import { NoQuery } from '../http/no-query.js';
import { oneOf, readQuery, text, wholeNumber } from '../http/query.js';
import { whileWaited } from '../http/while-waited.js';
import { type ChainLink, ChainLinks } from './chain-links.service.js';
import { type ChainVerification, ChainVerifications } from './chain-verification.service.js';

@Controller('chain')
export class ChainController {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly links: ChainLinks,
    private readonly verifications: ChainVerifications,
  ) {}

  @Get()
  list(@Query() query: object): Promise<Page<ChainLink>> {
    return this.links.list(readQuery(query, { limit: wholeNumber(1, 500, 50), cursor: text(1024), order: oneOf(LEDGER_ORDERS, 'asc') }));
  }

  @Get('verify')
  @UseGuards(NoQuery)
  verify(@Res({ passthrough: true }) response: Response): Promise<ChainVerification | undefined> {
    return whileWaited({ response, closing: this.backend.closing }, (signal) => this.verifications.verify(signal));
  }
}

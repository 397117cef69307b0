import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import { flag, readQuery } from '../http/query.js';
import { whileWaited } from '../http/while-waited.js';
import { type RunVerification, Verifications } from './verifications.service.js';

@Controller('runs/:run_hash/verify')
export class VerifyController {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly verifications: Verifications,
  ) {}

  @Get()
  verify(
    @Param('run_hash') run_hash: string,
    @Query() query: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunVerification | undefined> {
    const { replay: withReplay } = readQuery(query, { replay: flag() });
    const { closing } = this.backend;
    return whileWaited({ response, closing }, (signal) => this.verifications.of(run_hash, { withReplay, signal }));
  }
}

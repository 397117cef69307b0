import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import { flag, readQuery } from '../http/query.js';
import { whileWaited } from '../http/while-waited.js';
import { type RunVerification, Verifications, type VerificationWanted } from './verifications.service.js';

@Controller()
export class VerifyController {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly verifications: Verifications,
  ) {}

  @Get('runs/:run_hash/verify')
  ofRun(
    @Param('run_hash') hash: string,
    @Query() query: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunVerification | undefined> {
    return this.verify({ kind: 'run', hash, ...wantedBy(query) }, response);
  }

  @Get('sweeps/:sweep_hash/verify')
  ofSweep(
    @Param('sweep_hash') hash: string,
    @Query() query: object,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunVerification | undefined> {
    return this.verify({ kind: 'sweep', hash, ...wantedBy(query) }, response);
  }

  private verify(wanted: VerificationWanted, response: Response): Promise<RunVerification | undefined> {
    const { closing } = this.backend;
    return whileWaited({ response, closing }, (signal) => this.verifications.of(wanted, signal));
  }
}

function wantedBy(query: object): Pick<VerificationWanted, 'withReplay'> {
  return { withReplay: readQuery(query, { replay: flag() }).replay };
}

import { Controller, Get, Param, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { ApiRequest } from '../http/api-request.js';
import { NoQuery } from '../http/no-query.js';
import { Artifacts } from './artifacts.service.js';

@Controller('runs/:run_hash/artifacts')
export class ArtifactsController {
  constructor(private readonly artifacts: Artifacts) {}

  @Get()
  @UseGuards(NoQuery)
  manifest(@Param('run_hash') run_hash: string, @Req() request: ApiRequest, @Res() response: Response): Promise<void> {
    return this.artifacts.sendManifest(run_hash, { request, response });
  }

  @Get(':name')
  file(
    @Param('run_hash') run_hash: string,
    @Param('name') name: string,
    @Req() request: ApiRequest,
    @Res() response: Response,
  ): Promise<void> {
    return this.artifacts.sendFile({ run_hash, name }, { request, response });
  }
}

import { Controller, Get, Param, Req, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { ApiRequest } from '../http/api-request.js';
import { NoQuery } from '../http/no-query.js';
import { Artifacts } from './artifacts.service.js';

@Controller()
export class ArtifactsController {
  constructor(private readonly artifacts: Artifacts) {}

  @Get('runs/:run_hash/artifacts')
  @UseGuards(NoQuery)
  ofRun(@Param('run_hash') hash: string, @Req() request: ApiRequest, @Res() response: Response): Promise<void> {
    return this.artifacts.sendManifest({ kind: 'run', hash }, { request, response });
  }

  @Get('sweeps/:sweep_hash/artifacts')
  @UseGuards(NoQuery)
  ofSweep(@Param('sweep_hash') hash: string, @Req() request: ApiRequest, @Res() response: Response): Promise<void> {
    return this.artifacts.sendManifest({ kind: 'sweep', hash }, { request, response });
  }

  @Get('runs/:run_hash/artifacts/:name')
  fileOfRun(
    @Param('run_hash') hash: string,
    @Param('name') name: string,
    @Req() request: ApiRequest,
    @Res() response: Response,
  ): Promise<void> {
    return this.artifacts.sendFile({ kind: 'run', hash, name }, { request, response });
  }

  @Get('sweeps/:sweep_hash/artifacts/:name')
  fileOfSweep(
    @Param('sweep_hash') hash: string,
    @Param('name') name: string,
    @Req() request: ApiRequest,
    @Res() response: Response,
  ): Promise<void> {
    return this.artifacts.sendFile({ kind: 'sweep', hash, name }, { request, response });
  }
}

import { Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Json, type JsonBody } from '../http/json-body.js';
import { NoQuery } from '../http/no-query.js';
import { readQuery } from '../http/query.js';
import { sendJson } from '../http/send-json.js';
import { RunActions } from './run-actions.service.js';
import { RunChecks } from './run-checks.service.js';
import { RUN_QUERY } from './run-query.js';
import { RunReplies } from './run-replies.service.js';
import { RunViews } from './run-views.service.js';
import { shortRunView } from './short-run-view.js';
import { Submissions } from './submissions.service.js';

@Controller('runs')
export class RunsController {
  constructor(
    private readonly submissions: Submissions,
    private readonly replies: RunReplies,
    private readonly checks: RunChecks,
    private readonly views: RunViews,
    private readonly actions: RunActions,
  ) {}

  @Post()
  async submit(@Json() body: JsonBody, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<object> {
    readQuery(request.query, {});
    return this.replies.submitted(await this.submissions.submitBody('run', body), request, response);
  }

  @Post('validate')
  @HttpCode(200)
  @UseGuards(NoQuery)
  validate(@Json() body: JsonBody): Promise<object> {
    return this.checks.check(body);
  }

  @Get()
  list(@Query() query: object): Promise<object> {
    return this.views.list('run', readQuery(query, RUN_QUERY));
  }

  @Get(':run_hash')
  async show(@Param('run_hash') run_hash: string, @Query() query: object, @Res() response: Response): Promise<void> {
    readQuery(query, {});
    sendJson(response, await this.views.one('run', run_hash));
  }

  @Post(':run_hash/cancel')
  @HttpCode(202)
  @UseGuards(NoQuery)
  async cancel(@Param('run_hash') run_hash: string): Promise<object> {
    return shortRunView(await this.actions.cancel('run', run_hash));
  }

  @Delete(':run_hash')
  @HttpCode(204)
  @UseGuards(NoQuery)
  remove(@Param('run_hash') run_hash: string): Promise<void> {
    return this.actions.remove('run', run_hash);
  }

  @Put(':run_hash/pin')
  @UseGuards(NoQuery)
  async pin(@Param('run_hash') run_hash: string): Promise<object> {
    return shortRunView(await this.actions.pin('run', run_hash));
  }

  @Delete(':run_hash/pin')
  @UseGuards(NoQuery)
  async unpin(@Param('run_hash') run_hash: string): Promise<object> {
    return shortRunView(await this.actions.unpin('run', run_hash));
  }
}

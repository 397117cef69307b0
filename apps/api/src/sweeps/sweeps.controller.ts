import { Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Json, type JsonBody } from '../http/json-body.js';
import { NoQuery } from '../http/no-query.js';
import { readQuery } from '../http/query.js';
import { sendJson } from '../http/send-json.js';
import { RunActions } from '../runs/run-actions.service.js';
import { RunReplies } from '../runs/run-replies.service.js';
import { RunViews } from '../runs/run-views.service.js';
import { shortRunView } from '../runs/short-run-view.js';
import { Submissions } from '../runs/submissions.service.js';
import { SweepChecks } from './sweep-checks.service.js';
import { SWEEP_QUERY } from './sweep-query.js';

@Controller('sweeps')
export class SweepsController {
  constructor(
    private readonly submissions: Submissions,
    private readonly replies: RunReplies,
    private readonly checks: SweepChecks,
    private readonly views: RunViews,
    private readonly actions: RunActions,
  ) {}

  @Post()
  async submit(@Json() body: JsonBody, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<object> {
    readQuery(request.query, {});
    return this.replies.submitted(await this.submissions.submitBody('sweep', body), request, response);
  }

  @Post('validate')
  @HttpCode(200)
  @UseGuards(NoQuery)
  validate(@Json() body: JsonBody, @Res({ passthrough: true }) response: Response): Promise<object | undefined> {
    return this.checks.answer(body, response);
  }

  @Get()
  list(@Query() query: object): Promise<object> {
    return this.views.list('sweep', readQuery(query, SWEEP_QUERY));
  }

  @Get(':sweep_hash')
  async show(@Param('sweep_hash') sweep_hash: string, @Query() query: object, @Res() response: Response): Promise<void> {
    readQuery(query, {});
    sendJson(response, await this.views.one('sweep', sweep_hash));
  }

  @Post(':sweep_hash/cancel')
  @HttpCode(202)
  @UseGuards(NoQuery)
  async cancel(@Param('sweep_hash') sweep_hash: string): Promise<object> {
    return shortRunView(await this.actions.cancel('sweep', sweep_hash));
  }

  @Delete(':sweep_hash')
  @HttpCode(204)
  @UseGuards(NoQuery)
  remove(@Param('sweep_hash') sweep_hash: string): Promise<void> {
    return this.actions.remove('sweep', sweep_hash);
  }

  @Put(':sweep_hash/pin')
  @UseGuards(NoQuery)
  async pin(@Param('sweep_hash') sweep_hash: string): Promise<object> {
    return shortRunView(await this.actions.pin('sweep', sweep_hash));
  }

  @Delete(':sweep_hash/pin')
  @UseGuards(NoQuery)
  async unpin(@Param('sweep_hash') sweep_hash: string): Promise<object> {
    return shortRunView(await this.actions.unpin('sweep', sweep_hash));
  }
}

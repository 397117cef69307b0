import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Json, type JsonBody } from '../http/json-body.js';
import { runLinks } from './run-links.js';
import { RunViews } from './run-views.service.js';
import { Submissions } from './submissions.service.js';

@Controller('runs')
export class RunsController {
  constructor(
    private readonly submissions: Submissions,
    private readonly views: RunViews,
  ) {}

  @Post()
  async submit(@Json() { value }: JsonBody, @Res({ passthrough: true }) response: Response): Promise<object> {
    const { created, run } = await this.submissions.submit(value);
    response.status(created ? 201 : 200).location(`/runs/${run.run_hash}`);
    const { run_hash, config_hash, status } = run;
    return { run_hash, config_hash, status, created, links: runLinks(run_hash) };
  }

  @Get(':run_hash')
  show(@Param('run_hash') run_hash: string): Promise<object> {
    return this.views.one(run_hash);
  }
}

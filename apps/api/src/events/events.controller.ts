import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { EventAnswers } from './event-answers.service.js';
import { eventQuery, manyEventsQuery } from './event-query.js';

@Controller()
export class EventsController {
  constructor(private readonly answers: EventAnswers) {}

  @Get('runs/:run_hash/events')
  ofRun(@Param('run_hash') run_hash: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answers.answer({ ...eventQuery(request), wanted: { run: [run_hash], sweep: [] }, request, response });
  }

  @Get('sweeps/:sweep_hash/events')
  ofSweep(@Param('sweep_hash') sweep_hash: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answers.answer({ ...eventQuery(request), wanted: { run: [], sweep: [sweep_hash] }, request, response });
  }

  @Get('events')
  ofMany(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answers.answer({ ...manyEventsQuery(request), request, response });
  }
}

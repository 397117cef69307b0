import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { EventAnswers } from './event-answers.service.js';
import { eventQuery, manyEventsQuery } from './event-query.js';

@Controller()
export class EventsController {
  constructor(private readonly answers: EventAnswers) {}

  @Get('runs/:run_hash/events')
  ofRun(@Param('run_hash') run_hash: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answers.answer({ ...eventQuery(request), run: [run_hash], request, response });
  }

  @Get('events')
  ofRuns(@Req() request: Request, @Res() response: Response): Promise<void> {
    return this.answers.answer({ ...manyEventsQuery(request), request, response });
  }
}

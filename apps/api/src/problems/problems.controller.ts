import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ERROR_CODES, type ErrorCode, ProjectaError, quote, suggestion } from '@projecta/errors';
import type { Request, Response } from 'express';
import { problemPage } from './problem-page.js';
import { describeProblem, type DescribedProblem } from './describe-problem.js';

/** The pages that problems' `type` points to. */
@Controller('problems')
export class ProblemsController {
  @Get()
  list(): { readonly items: readonly DescribedProblem[] } {
    return { items: ERROR_CODES.map(describeProblem) };
  }

  @Get(':code')
  page(@Param('code') code: string, @Req() request: Request, @Res() response: Response): void {
    const problem = describeProblem(known(code));
    const isHtml = request.accepts(['application/json', 'text/html']) === 'text/html';
    if (isHtml) response.type('html').send(problemPage(problem));
    else response.json(problem);
  }
}

function known(code: string): ErrorCode {
  const found = ERROR_CODES.find((one) => one === code);
  if (found) return found;
  throw new ProjectaError('NOT_FOUND', `There is no problem ${quote(code)}.${suggestion(code, ERROR_CODES)} GET /problems lists them.`);
}

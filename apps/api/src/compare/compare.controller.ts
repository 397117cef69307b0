import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ValidationFailed } from '@projecta/errors';
import type { Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import { readQuery, texts, wholeNumber } from '../http/query.js';
import { whileWaited } from '../http/while-waited.js';
import { Comparisons } from './comparisons.service.js';

const MOST = 10;
const RULES = { hash: texts({ most: MOST, longest: 64 }), downsample: wholeNumber(2 * MOST, 5_000, 1_000) };

/** Stands before the routes of one run, which would take `compare` for a hash. */
@Controller('runs/compare')
export class CompareController {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly comparisons: Comparisons,
  ) {}

  @Get()
  async compare(@Query() query: object, @Res() response: Response): Promise<void> {
    const { hash, downsample } = readQuery(query, RULES);
    if (hash.length < 2) throw tooFew(hash.length);
    const { closing } = this.backend;
    const body = await whileWaited({ response, closing }, (signal) => this.comparisons.of(hash, { downsample, signal }));
    response.type('application/json').send(body && Buffer.from(body.buffer));
  }
}

function tooFew(given: number): ValidationFailed {
  const message = `hash stands ${given === 0 ? 'nowhere' : 'once'}; give two to ${MOST} runs: ?hash=…&hash=…`;
  return new ValidationFailed([{ path: '/hash', code: 'REQUIRED', message }], 'The query');
}

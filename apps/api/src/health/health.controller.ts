import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ENGINE } from '@projecta/engine';
import type { Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import { type Readiness, ReadinessService } from './readiness.service.js';

@Controller('health')
export class HealthController {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly readiness: ReadinessService,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  alive(): object {
    return { status: 'ok', version: this.backend.version, engine: ENGINE, uptime_s: Math.floor(process.uptime()) };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const readiness = await this.readiness.now();
    response.status(readiness.status === 'ready' ? 200 : 503);
    if (readiness.status !== 'ready') response.setHeader('Retry-After', '5');
    return readiness;
  }
}

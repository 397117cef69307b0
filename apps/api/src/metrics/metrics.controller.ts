import { Controller, Get, Header, Inject } from '@nestjs/common';
import { BACKEND, type Backend } from '../backend.js';

/** Prometheus scrapes here. */
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  scrape(): Promise<string> {
    return this.backend.metrics.registry.metrics();
  }
}

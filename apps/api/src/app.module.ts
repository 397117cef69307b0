import { type DynamicModule, Module } from '@nestjs/common';
import { BACKEND, type Backend } from './backend.js';
import { HealthController } from './health/health.controller.js';
import { ReadinessService } from './health/readiness.service.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { ProblemsController } from './problems/problems.controller.js';
import { RunsController } from './runs/runs.controller.js';
import { RunViews } from './runs/run-views.service.js';
import { SessionController } from './session/session.controller.js';
import { Submissions } from './runs/submissions.service.js';

/** Every route over one backend. */
@Module({})
export class AppModule {
  static over(backend: Backend): DynamicModule {
    return {
      module: AppModule,
      controllers: [HealthController, MetricsController, ProblemsController, SessionController, RunsController],
      providers: [{ provide: BACKEND, useValue: backend }, ReadinessService, Submissions, RunViews],
    };
  }
}

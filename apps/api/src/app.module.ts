import { type DynamicModule, Module } from '@nestjs/common';
import { BACKEND, type Backend } from './backend.js';
import { RunsController } from './runs/runs.controller.js';
import { RunViews } from './runs/run-views.service.js';
import { Submissions } from './runs/submissions.service.js';

/** Every route over one backend. */
@Module({})
export class AppModule {
  static over(backend: Backend): DynamicModule {
    return {
      module: AppModule,
      controllers: [RunsController],
      providers: [{ provide: BACKEND, useValue: backend }, Submissions, RunViews],
    };
  }
}

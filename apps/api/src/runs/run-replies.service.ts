import { Injectable } from '@nestjs/common';
import type { RunStatus } from '@projecta/persistence';
import type { Request, Response } from 'express';
import { preferWait } from './prefer-wait.js';
import { runLinks } from './run-links.js';
import { RunWaits } from './run-waits.service.js';
import type { Submission } from './submissions.service.js';

/** What a submission is answered with. */
export interface SubmissionView {
  readonly run_hash: string;
  readonly config_hash: string;
  readonly status: RunStatus;
  readonly created: boolean;
  readonly links: Readonly<Record<string, string>>;
}

/** Answers submissions, whichever route took them. */
@Injectable()
export class RunReplies {
  constructor(private readonly waits: RunWaits) {}

  /** 201 where there is a new attempt, else 200; with `Prefer: wait` once it has ended. */
  async submitted({ created, run }: Submission, request: Request, response: Response): Promise<SubmissionView> {
    const { run_hash, config_hash } = run;
    const seconds = preferWait(request.headers['prefer']);
    response.status(created ? 201 : 200).location(`/runs/${run_hash}`);
    if (seconds !== undefined) response.setHeader('Preference-Applied', `wait=${seconds}`);
    const status = seconds ? await this.waits.statusWithin(run, { ms: seconds * 1000, response }) : run.status;
    return { run_hash, config_hash, status, created, links: runLinks(run_hash) };
  }
}

import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@projecta/persistence';
import type { Request, Response } from 'express';
import { preferWait } from './prefer-wait.js';
import { ownHash } from './own-hash.js';
import { runAddress, runLinks } from './run-links.js';
import { RunWaits } from './run-waits.service.js';
import type { Submission } from './submissions.service.js';

/** Answers submissions, whichever route took them. */
@Injectable()
export class RunReplies {
  constructor(private readonly waits: RunWaits) {}

  /** 201 where there is a new attempt, else 200; with `Prefer: wait` once it has ended. */
  async submitted({ created, run }: Submission, request: Request, response: Response): Promise<JsonObject> {
    const { config_hash } = run;
    const seconds = preferWait(request.headers['prefer']);
    response.status(created ? 201 : 200).location(runAddress(run));
    if (seconds !== undefined) response.setHeader('Preference-Applied', `wait=${seconds}`);
    const status = seconds ? await this.waits.statusWithin(run, { ms: seconds * 1000, response }) : run.status;
    return { ...ownHash(run), config_hash, status, created, links: { ...runLinks(run) } };
  }
}

import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { readQuery } from './query.js';

/** For routes that take no parameters: `@UseGuards(NoQuery)` refuses any. */
export class NoQuery implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    readQuery(context.switchToHttp().getRequest<Request>().query, {});
    return true;
  }
}

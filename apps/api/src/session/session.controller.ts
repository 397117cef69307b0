import { Controller, Delete, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import { parseJson } from '@projecta/hashing';
import type { Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import type { ApiRequest } from '../http/api-request.js';
import { bearerOf } from './authentication.js';
import { isSame, SESSION_COOKIE, SESSION_S, sessionValue } from './session-token.js';

/** The token in, a cookie out: EventSource, links and the studio cannot send headers. */
@Controller('session')
export class SessionController {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  @Post()
  @HttpCode(204)
  begin(@Req() request: ApiRequest, @Res({ passthrough: true }) response: Response): void {
    const { apiToken } = this.backend.settings;
    if (apiToken === null) return; // everybody is let in
    if (!isSame(tokenOf(request) ?? '', apiToken)) throw new ProjectaError('UNAUTHORIZED', 'That is not the token of this server.');
    const ends_s = Math.floor(new Date().getTime() / 1000) + SESSION_S;
    const cookie = { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/', maxAge: SESSION_S * 1000 } as const;
    response.cookie(SESSION_COOKIE, sessionValue(apiToken, ends_s), cookie);
  }

  @Delete()
  @HttpCode(204)
  end(@Res({ passthrough: true }) response: Response): void {
    response.clearCookie(SESSION_COOKIE, { httpOnly: true, sameSite: 'strict', path: '/' });
  }
}

/** From the header, or from a body `{"token": "…"}`. */
function tokenOf(request: ApiRequest): string | undefined {
  const bearer = bearerOf(request);
  if (bearer !== undefined || !request.text) return bearer;
  const { token } = (parseJson(request.text, { maxDepth: 2 }) ?? {}) as { readonly token?: unknown };
  return typeof token === 'string' ? token : undefined;
}

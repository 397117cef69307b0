import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { ApiRequest } from '../http/api-request.js';
import { isNotModified } from '../http/not-modified.js';
import { oneOf, readQuery } from '../http/query.js';
import { Catalog, type CatalogPart, type Kind, KINDS } from './catalog.service.js';

const RULES = { kind: oneOf<Kind>(KINDS) };

@Controller('catalog')
export class CatalogController {
  constructor(private readonly catalog: Catalog) {}

  @Get()
  all(@Req() request: ApiRequest, @Res() response: Response): void {
    sendPart(this.catalog.part(readQuery(request.query, RULES).kind), request, response);
  }

  @Get(':name')
  named(@Param('name') name: string, @Req() request: ApiRequest, @Res() response: Response): void {
    sendPart(this.catalog.named(name, readQuery(request.query, RULES).kind), request, response);
  }
}

function sendPart({ body, etag }: CatalogPart, request: ApiRequest, response: Response): void {
  response.set({ ETag: etag, 'Cache-Control': 'private, no-cache' });
  if (isNotModified(request, etag)) response.status(304).end();
  else response.type('application/json').send(body);
}

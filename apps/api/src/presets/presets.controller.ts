import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { JsonValue } from '@projecta/hashing';
import type { Request, Response } from 'express';
import { Json, type JsonBody } from '../http/json-body.js';
import { NoQuery } from '../http/no-query.js';
import { readQuery, text, wholeNumber } from '../http/query.js';
import { RunReplies } from '../runs/run-replies.service.js';
import { OptionalJson } from './optional-json.js';
import { presetView } from './preset-view.js';
import { Presets } from './presets.service.js';

@Controller('presets')
export class PresetsController {
  constructor(
    private readonly presets: Presets,
    private readonly replies: RunReplies,
  ) {}

  @Post()
  @UseGuards(NoQuery)
  async put(@Json() { value }: JsonBody, @Res({ passthrough: true }) response: Response): Promise<object> {
    const { created, preset } = await this.presets.put(value);
    response.status(created ? 201 : 200).location(`/presets/${preset.preset_id}`);
    return { ...presetView(preset), created };
  }

  @Get()
  list(@Query() query: object): Promise<object> {
    return this.presets.list(readQuery(query, { limit: wholeNumber(1, 500, 50), cursor: text(1024) }));
  }

  @Get(':preset_id')
  @UseGuards(NoQuery)
  one(@Param('preset_id') preset_id: string): Promise<object> {
    return this.presets.one(preset_id);
  }

  @Delete(':preset_id')
  @HttpCode(204)
  @UseGuards(NoQuery)
  remove(@Param('preset_id') preset_id: string): Promise<void> {
    return this.presets.remove(preset_id);
  }

  @Post(':preset_id/runs')
  @UseGuards(NoQuery)
  async run(
    @Param('preset_id') preset_id: string,
    @OptionalJson() body: JsonValue,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    return this.replies.submitted(await this.presets.run(preset_id, body), request, response);
  }
}

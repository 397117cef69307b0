import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Json, type JsonBody } from '../http/json-body.js';
import { FeaturePreviews } from './feature-previews.service.js';

@Controller('features')
export class FeaturesController {
  constructor(private readonly previews: FeaturePreviews) {}

  @Post('preview')
  @HttpCode(200)
  async preview(@Json() { value }: JsonBody, @Res() response: Response): Promise<void> {
    const body = await this.previews.preview(value);
    response
      .status(200)
      .type('application/json')
      .send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  }
}

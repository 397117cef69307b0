import 'reflect-metadata';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What everything is held against: Nest as it comes, with a controller that returns a constant. */
@Controller()
class BareController {
  @Get('constant')
  read(): object {
    return { status: 'ok' };
  }

  @Post('constant')
  write(): object {
    return { status: 'ok' };
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

const app = await NestFactory.create<NestExpressApplication>(BareModule, { logger: false });
await app.listen(0, '127.0.0.1');
const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
process.stdout.write(`ready at http://127.0.0.1:${port}\n`);
process.once('SIGTERM', () => process.exit(0));

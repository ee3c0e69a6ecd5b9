import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Config } from '../../config.js';
import { InjectConfig } from '../config.token.js';
import { Public } from '../http/access.js';
import { problem } from '../http/problem.js';
import { metrics } from './metrics.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** For Prometheus: with the configured token, or without one from this machine only. */
@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(@InjectConfig() private readonly config: Config) {}

  @Get()
  @Header('Content-Type', metrics.contentType)
  async readMetrics(@Req() request: Request): Promise<string> {
    if (!this.mayRead(request)) throw problem('not-found');
    return metrics.metrics();
  }

  private mayRead(request: Request): boolean {
    const { metricsToken } = this.config;
    if (metricsToken !== null) return sameText(request.get('authorization') ?? '', `Bearer ${metricsToken}`);
    // A proxy on this machine also connects from loopback: its visitors must not pass for us.
    return request.get('x-forwarded-for') === undefined && LOOPBACK.has(request.socket.remoteAddress ?? '');
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

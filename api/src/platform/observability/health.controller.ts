import { type BeforeApplicationShutdown, Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { Public } from '../http/access.js';
import { Returns } from '../http/returns.js';
import { JobStore } from '../jobs/job-store.js';

const healthSchema = z
  .object({
    status: z.enum(['up', 'down']),
    checks: z.record(z.string(), z.enum(['up', 'down'])),
    clockSkewMs: z
      .int()
      .nullable()
      .optional()
      .meta({ description: 'How far the clock of this process is ahead of the database’s: deadlines are judged by the former' }),
  })
  .meta({ id: 'Health' });
type Health = z.infer<typeof healthSchema>;

@ApiTags('platform')
@Public()
@Controller('health')
export class HealthController implements BeforeApplicationShutdown {
  private closing = false;

  constructor(
    @Inject(getDataSourceToken()) private readonly database: DataSource,
    private readonly jobs: JobStore,
  ) {}

  /** Is the process able to answer at all? A failure means: restart it. */
  @Get('live')
  @Returns(healthSchema)
  readLiveness(): Health {
    return { status: 'up', checks: {} };
  }

  /** Can it do useful work? A failure means: send visitors elsewhere for now. */
  @Get('ready')
  @Returns(healthSchema)
  async readReadiness(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const checks = {
      database: await passes(() => this.database.query('select 1')),
      migrations: await passes(async () => {
        if (await this.database.showMigrations()) throw new Error('migrations are pending');
      }),
      queue: await passes(() => this.jobs.dueQueues()),
      process: this.closing ? ('down' as const) : ('up' as const),
    };
    const status = Object.values(checks).includes('down') ? 'down' : 'up';
    if (status === 'down') response.status(503).setHeader('Retry-After', '5');
    return { status, checks, clockSkewMs: checks.database === 'up' ? await this.clockSkewMs() : null };
  }

  /** Half of the way to the database and back is taken off. */
  private async clockSkewMs(): Promise<number | null> {
    const before = Date.now();
    const rows = await this.database
      .query<{ ms: number }[]>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms')
      .catch(() => []);
    const after = Date.now();
    return rows[0] === undefined ? null : Math.round((before + after) / 2 - rows[0].ms);
  }

  beforeApplicationShutdown(): void {
    this.closing = true;
  }
}

async function passes(check: () => Promise<unknown>): Promise<'up' | 'down'> {
  try {
    await check();
    return 'up';
  } catch {
    return 'down';
  }
}

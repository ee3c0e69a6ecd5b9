import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Public } from '../http/access.js';
import { Returns } from '../http/returns.js';
import { Retention } from './retention.js';
import { retentionPage } from './retention.schemas.js';

@ApiTags('privacy')
@Controller('privacy')
export class RetentionController {
  constructor(private readonly retention: Retention) {}

  /** What is kept about people, how long and why. */
  @Get('retention')
  @Public()
  @Returns(retentionPage)
  listRetention(): z.input<typeof retentionPage> {
    return this.retention.view();
  }
}

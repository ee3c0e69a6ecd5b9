import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Public } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { countAsked } from './asked.queries.js';
import { askedFields, type AskedFields } from './asked.schemas.js';

@ApiTags('matching')
@Controller('matches/asked')
export class AskedController {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  @Get()
  @Public()
  @Returns(askedFields)
  async listAskedFields(): Promise<AskedFields> {
    return { ...(await countAsked(this.db.manager)), next: null };
  }
}

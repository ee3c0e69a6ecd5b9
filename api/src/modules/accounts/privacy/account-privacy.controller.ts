import { Controller, Get, Header, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { accountPrivacyPolicy } from './account-privacy.policy.js';
import { type ErasureDone, erasureDone } from './account-privacy.schemas.js';
import { ErasureService } from './erasure.service.js';
import { ExportService } from './export.service.js';

@ApiTags('accounts')
@Controller('me')
export class AccountPrivacyController {
  constructor(
    private readonly exports: ExportService,
    private readonly erasure: ErasureService,
  ) {}

  /** All that the service knows of the person, as JSON files in one archive. */
  @Get('export')
  @Allowed(accountPrivacyPolicy.exportMyData)
  @ApiProduces('application/zip')
  @Header('Cache-Control', 'no-store')
  exportMyData(@CurrentActor() actor: Actor | null): Promise<StreamableFile> {
    return this.exports.exportMine(actor);
  }

  /** Forgets the person; what they did stays, without their name. */
  @Post('erasure')
  @Allowed(accountPrivacyPolicy.eraseMyAccount)
  @Returns(erasureDone)
  eraseMyAccount(@CurrentActor() actor: Actor | null, @Req() request: Request): Promise<ErasureDone> {
    return this.erasure.eraseMine(actor, request);
  }
}

import { Controller, Get, Query, Redirect, Req, UseFilters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from '../../../platform/http/access.js';
import { OidcService, type Onward } from './oidc.service.js';
import { OidcRefusals } from './oidc.refusals.filter.js';
import { type OidcAnswer, oidcAnswer, type OidcStart, oidcStart } from './oidc.schemas.js';

/** Signing in with the configured identity provider: two addresses a browser goes through. */
@ApiTags('accounts')
@UseFilters(OidcRefusals)
@Controller('session/oidc')
export class OidcController {
  constructor(private readonly oidc: OidcService) {}

  @Get()
  @Public()
  @Redirect(undefined, 303)
  startOidc(@Query({ schema: oidcStart }) query: OidcStart, @Req() request: Request): Promise<Onward> {
    return this.oidc.start(query, request);
  }

  @Get('callback')
  @Public()
  @Redirect(undefined, 303)
  finishOidc(@Query({ schema: oidcAnswer }) query: OidcAnswer, @Req() request: Request): Promise<Onward> {
    return this.oidc.finish(query, request);
  }
}

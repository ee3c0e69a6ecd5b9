import { applyDecorators, Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/http/access.js';
import { OpenData } from '../../../platform/http/open-data.js';
import { siteFilter, type SiteFilter } from '../../sites/sites.schemas.js';
import { feedParams, type FeedParams } from '../follows.schemas.js';
import { Feeds } from './feeds.service.js';

const Atom = (description: string) =>
  applyDecorators(
    ApiProduces('application/atom+xml'),
    ApiOkResponse({ description, schema: { type: 'string' } }),
    Header('Content-Type', 'application/atom+xml; charset=utf-8'),
    OpenData(),
  );

/** The same news without giving an address: newsreaders ask by themselves. */
@ApiTags('follows')
@Controller('feeds')
export class FeedsController {
  constructor(private readonly feeds: Feeds) {}

  @Get('search')
  @Public()
  @Atom('Atom feed (RFC 4287) of the places a search finds, the latest first')
  readSearchFeed(@Query({ schema: siteFilter }) filter: SiteFilter): Promise<string> {
    return this.feeds.ofSearch(filter);
  }

  @Get(':about/:subject')
  @Public()
  @Atom('Atom feed (RFC 4287) of what happened, the latest first')
  readFeed(@Param({ schema: feedParams }) params: FeedParams): Promise<string> {
    return this.feeds.ofThing(params);
  }
}

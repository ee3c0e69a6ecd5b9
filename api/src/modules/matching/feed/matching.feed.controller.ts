import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/http/access.js';
import { OpenData } from '../../../platform/http/open-data.js';
import { MatchingFeed } from './matching.feed.js';
import { feedQuery, type FeedQuery } from './matching.feed.schemas.js';

/** To be told of new places without an account: newsreaders ask again by themselves, and the ETag spares what did not change. */
@ApiTags('matching')
@Controller('matches')
export class MatchingFeedController {
  constructor(private readonly feed: MatchingFeed) {}

  @Get('feed.atom')
  @Public()
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ description: 'Atom feed (RFC 4287), best place first', schema: { type: 'string' } })
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  @OpenData()
  readMatchFeed(@Query({ schema: feedQuery }) query: FeedQuery): Promise<string> {
    return this.feed.atom(query);
  }
}

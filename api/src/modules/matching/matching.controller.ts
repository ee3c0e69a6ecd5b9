import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.js';
import { OpenData } from '../../platform/http/open-data.js';
import { Returns } from '../../platform/http/returns.js';
import {
  matchPage,
  method,
  moreInput,
  tryInput,
  tryResult,
  type MatchPage,
  type Method,
  type MoreInput,
  type TryInput,
  type TryResult,
} from './matching.schemas.js';
import { MatchingService } from './matching.service.js';

@ApiTags('matching')
@Controller('matches')
export class MatchingController {
  constructor(private readonly matching: MatchingService) {}

  @Post('try')
  @Public()
  @Returns(tryResult)
  tryNeed(@Body({ schema: tryInput }) input: TryInput): Promise<TryResult> {
    return this.matching.tryNeed(input);
  }

  @Post('try/more')
  @Public()
  @Returns(matchPage)
  listMoreMatches(@Body({ schema: moreInput }) input: MoreInput): Promise<MatchPage> {
    return this.matching.moreMatches(input);
  }

  @Get('method')
  @Public()
  @OpenData()
  @Returns(method)
  getMatchingMethod(): Method {
    return this.matching.method();
  }
}

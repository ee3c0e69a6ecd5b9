import { Controller, Get, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Public } from '../../platform/http/access.js';
import { OpenData } from '../../platform/http/open-data.js';
import { Returns } from '../../platform/http/returns.js';
import {
  legalNotice,
  type LegalNoticeView,
  noticeFeedQuery,
  noticePage,
  type NoticePage,
  noticeParams,
  noticeSearch,
  type NoticeSearch,
} from './notices.schemas.js';
import { LegalNotices } from './notices.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('legal')
@Controller('notices')
export class NoticesController {
  constructor(private readonly notices: LegalNotices) {}

  @Get()
  @Public()
  @Returns(noticePage)
  listNotices(@Query({ schema: noticeSearch }) search: NoticeSearch): Promise<NoticePage> {
    return this.notices.search(search);
  }

  @Get('feed.atom')
  @Public()
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ description: 'Atom feed (RFC 4287), the latest first', schema: { type: 'string' } })
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @OpenData()
  readNoticeFeed(@Query({ schema: noticeFeedQuery }) _query: { readonly lang?: string | undefined }): Promise<string> {
    return this.notices.atom();
  }

  @Get(':id')
  @Public()
  @Returns(legalNotice)
  getNotice(@Param({ schema: noticeParams }) { id }: ById): Promise<LegalNoticeView> {
    return this.notices.get(id);
  }

  @Get(':id/certificate')
  @Public()
  @ApiProduces('application/pdf')
  @ApiOkResponse({
    description: 'The dates really shown, and the fingerprint of the content, as a tagged PDF',
    schema: { type: 'string', format: 'binary' },
  })
  readNoticeCertificate(@CurrentActor() actor: Actor | null, @Param({ schema: noticeParams }) { id }: ById): Promise<StreamableFile> {
    return this.notices.certificate(actor, id);
  }
}

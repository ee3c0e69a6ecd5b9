import { Body, Controller, Get, Param, Patch, Post, Put, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import type { Signature } from '../../../platform/files/signed-links.js';
import { Allowed, Public } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { TakesFile } from '../../../platform/http/uploads.js';
import { siteMediaPolicy } from './site-media.policy.js';
import { SiteMediaReading } from './site-media.reading.js';
import {
  fileParams,
  type FileParams,
  fileQuery,
  mediaParams,
  orderMedia,
  type OrderMedia,
  removeMedia,
  type RemoveMedia,
  siteMedia,
  siteMediaList,
  type SiteMediaList,
  type SiteMediaView,
  siteParams,
  updateMedia,
  type UpdateMedia,
  uploadQuery,
  type UploadQuery,
} from './site-media.schemas.js';
import { SiteMediaService } from './site-media.service.js';
import { SiteMediaUpload } from './site-media.upload.js';

interface ById {
  readonly id: string;
}

@ApiTags('site media')
@Controller()
export class SiteMediaController {
  constructor(
    private readonly media: SiteMediaService,
    private readonly uploads: SiteMediaUpload,
    private readonly reading: SiteMediaReading,
  ) {}

  @Get('sites/:id/media')
  @Allowed(siteMediaPolicy.listSiteMedia)
  @Returns(siteMediaList)
  listSiteMedia(@CurrentActor() actor: Actor, @Param({ schema: siteParams }) { id }: ById): Promise<SiteMediaList> {
    return this.media.list(actor, id);
  }

  @Post('sites/:id/media')
  @Allowed(siteMediaPolicy.uploadSiteMedia)
  @TakesFile()
  @Returns(siteMedia, { status: 201, description: 'Received; its checks follow in the background' })
  uploadSiteMedia(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Query({ schema: uploadQuery }) query: UploadQuery,
    @Req() request: Request,
  ): Promise<SiteMediaView> {
    return this.uploads.receive(actor, id, query, request);
  }

  @Put('sites/:id/media/order')
  @Allowed(siteMediaPolicy.orderSiteMedia)
  @Returns(siteMediaList)
  orderSiteMedia(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: orderMedia }) order: OrderMedia,
  ): Promise<SiteMediaList> {
    return this.media.order(actor, id, order);
  }

  @Patch('media/:id')
  @Allowed(siteMediaPolicy.updateSiteMedia)
  @Returns(siteMedia)
  updateSiteMedia(
    @CurrentActor() actor: Actor,
    @Param({ schema: mediaParams }) { id }: ById,
    @Body({ schema: updateMedia }) input: UpdateMedia,
  ): Promise<SiteMediaView> {
    return this.media.update(actor, id, input);
  }

  @Post('media/:id/remove')
  @Allowed(siteMediaPolicy.removeSiteMedia)
  @Returns(siteMedia)
  removeSiteMedia(
    @CurrentActor() actor: Actor,
    @Param({ schema: mediaParams }) { id }: ById,
    @Body({ schema: removeMedia }) input: RemoveMedia,
  ): Promise<SiteMediaView> {
    return this.media.remove(actor, id, input);
  }

  @Post('media/:id/restore')
  @Allowed(siteMediaPolicy.restoreSiteMedia)
  @Returns(siteMedia)
  restoreSiteMedia(@CurrentActor() actor: Actor, @Param({ schema: mediaParams }) { id }: ById): Promise<SiteMediaView> {
    return this.media.restore(actor, id);
  }

  @Get('media/:id/:file')
  @Public()
  @ApiProduces('image/webp', 'image/jpeg', 'application/pdf')
  readMediaFile(
    @Param({ schema: fileParams }) params: FileParams,
    @Query({ schema: fileQuery }) signature: Signature,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    return this.reading.read(params, signature, request, response);
  }
}

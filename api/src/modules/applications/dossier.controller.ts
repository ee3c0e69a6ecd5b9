import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { applicationsPolicy } from './applications.policy.js';
import { applicationParams } from './applications.schemas.js';
import { DossierService } from './dossier.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('applications')
@Controller('applications/:id')
export class DossierController {
  constructor(private readonly dossiers: DossierService) {}

  @Get('dossier.pdf')
  @Allowed(applicationsPolicy.printDossier)
  @ApiProduces('application/pdf')
  printDossier(@CurrentActor() actor: Actor, @Param({ schema: applicationParams }) { id }: ById): Promise<StreamableFile> {
    return this.dossiers.print(actor, id);
  }

  /** The dossier and its documents, in one archive. */
  @Get('dossier.zip')
  @Allowed(applicationsPolicy.packDossier)
  @ApiProduces('application/zip')
  packDossier(@CurrentActor() actor: Actor, @Param({ schema: applicationParams }) { id }: ById): Promise<StreamableFile> {
    return this.dossiers.pack(actor, id);
  }
}

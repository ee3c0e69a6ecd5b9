import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import { problem } from '../../platform/http/problem.js';
import { bytesOfFilesKept, lockSpace } from './application-files.queries.js';
import { applicationsPolicy } from './applications.policy.js';
import type { ApplicationSpaceView } from './applications.schemas.js';
import { ApplicationsService } from './applications.service.js';

/** A document just sent is named by its question a moment later; one that never is goes again after as long. */
const JUST_SENT_MS = 24 * 3_600_000;

/** The space that the documents of an organisation’s files and of its messages take together, whichever partner sent them: what serves counts, what was replaced does not. */
@Injectable()
export class ApplicationSpace {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly applications: ApplicationsService,
  ) {}

  async view(actor: Actor, id: string): Promise<ApplicationSpaceView> {
    const { organisation } = await this.applications.read(this.db.manager, actor, id, applicationsPolicy.readApplicationSpace);
    return this.of(this.db.manager, organisation.id);
  }

  /** Asked before a byte is read, to spare the person the wait. @throws Problem `application-space-full` */
  async refuse(tx: EntityManager, organisationId: string, bytes: number): Promise<void> {
    const facts = await this.of(tx, organisationId);
    if (facts.usedBytes + bytes > facts.quotaBytes) throw problem('application-space-full', { facts });
  }

  /** And again when it is known how many: what is sent from several computers is counted one after the other. */
  async take(tx: EntityManager, organisationId: string, bytes: number): Promise<void> {
    await lockSpace(tx, organisationId);
    await this.refuse(tx, organisationId, bytes);
  }

  private async of(tx: EntityManager, organisationId: string): Promise<ApplicationSpaceView> {
    const since = new Date(this.clock.now().getTime() - JUST_SENT_MS);
    return { usedBytes: await bytesOfFilesKept(tx, organisationId, since), quotaBytes: this.config.files.quotaBytesPerOrganisation };
  }
}

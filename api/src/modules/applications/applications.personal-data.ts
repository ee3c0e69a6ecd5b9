import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';
import { Retention } from '../../platform/privacy/retention.js';
import { ApplicationFilesService } from './application-files.service.js';

/** A file is its organisation's; what a person wrote and filed in it is also theirs to read. The acts stay when they go. */
@Injectable()
export class ApplicationsPersonalData implements OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
    private readonly files: ApplicationFilesService,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'applications',
      says: {
        fr: 'ce que vous avez écrit, joint et déposé dans les dossiers de candidature de vos organisations',
        en: 'what you wrote, attached and filed in the application files of your organisations',
      },
      holds: [
        'application_history.account_id',
        'application_filing.account_id',
        'application_file.account_id',
        'application_correction.account_id',
        'application_partner.invited_by',
        'application_partner.moved_by',
      ],
      export: async (db, accountId) => ({
        applicationActs: await listMyApplicationActs(db, accountId),
        applicationFiles: await listMyApplicationFiles(db, accountId),
      }),
      erase: null,
    });
    this.retention.appliedBy('loose_application_file', (before) => this.files.forgetLoose(before));
  }
}

function listMyApplicationActs(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select h.at, a.title as application, o.name as organisation, h.action, h.from_state as "from", h.to_state as "to", h.reason,
           (select coalesce(jsonb_agg(x - 'from'), '[]') from jsonb_array_elements(h.changes) x) as changes
    from application_history h join application a on a.id = h.application_id join organisation o on o.id = a.organisation_id
    where h.account_id = ${accountId} order by h.id`;
}

function listMyApplicationFiles(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select f.created_at as "at", a.title as application, f.title, f.type, f.bytes::int as bytes
    from application_file f join application a on a.id = f.application_id where f.account_id = ${accountId} order by f.id`;
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Retention } from '../privacy/retention.js';
import { MailOutbox } from './mail-outbox.js';

/** Old messages lose their address and their content; their event stays, so that they are never sent again. */
@Injectable()
export class MailRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly outbox: MailOutbox,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.retention.appliedBy('mail', (before) => this.db.transaction((tx) => this.outbox.forgetBefore(tx, before)));
  }
}

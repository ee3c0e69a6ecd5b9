import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Retention } from '../../platform/privacy/retention.js';

/** Proofs of claims name people: they are forgotten once the decision they served is old. */
@Injectable()
export class OrganisationsRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.retention.appliedBy('claim_proof', (before) => this.forgetProofs(before));
  }

  private async forgetProofs(before: Date): Promise<number> {
    const [, forgotten] = await this.db.sql<[unknown[], number]>`
      update organisation set proof = null where proof is not null and state in ('verified', 'refused', 'suspended') and decided_at < ${before}`;
    return forgotten;
  }
}

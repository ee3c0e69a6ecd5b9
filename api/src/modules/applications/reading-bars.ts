import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { problem } from '../../platform/http/problem.js';

type IsBarred = (tx: EntityManager, accountId: string, applicationId: string) => Promise<boolean>;

/** An agent of the owner who declared a link with an applicant reads their file no more. Who declared what is known above this module. */
@Injectable()
export class ReadingBars {
  private isBarred: IsBarred = () => Promise.resolve(false);

  /** Said once, in `onModuleInit`, by the module that keeps declarations. */
  areReadBy(isBarred: IsBarred): void {
    this.isBarred = isBarred;
  }

  /** @throws Problem `reading-link-declared` */
  async refuse(tx: EntityManager, { accountId }: Actor, applicationId: string): Promise<void> {
    if (await this.isBarred(tx, accountId, applicationId)) throw problem('reading-link-declared');
  }
}

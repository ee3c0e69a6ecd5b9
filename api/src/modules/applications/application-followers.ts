import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import type { ApplicationRecord } from './applications.queries.js';

interface FollowedAct {
  readonly action: string;
  readonly reason?: string | null | undefined;
}

/** @param application as it was before the act */
type Follower = (tx: EntityManager, actor: Actor | null, application: ApplicationRecord, act: FollowedAct) => Promise<void>;

/** Modules above whose own things begin or end with an act on a file, in its transaction: neither exists without the other. */
@Injectable()
export class ApplicationFollowers {
  private readonly followers: Follower[] = [];

  follow(follower: Follower): void {
    this.followers.push(follower);
  }

  async tell(...told: Parameters<Follower>): Promise<void> {
    for (const follower of this.followers) await follower(...told);
  }
}

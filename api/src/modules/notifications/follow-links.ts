import { Injectable } from '@nestjs/common';
import type { Config } from '../../config.js';
import { InjectConfig } from '../../platform/config.token.js';
import { ONE_CLICK } from '../../platform/http/one-click.js';
import { FollowTokens } from './follow-token.js';

/** Addresses written in letters. After the # they reach no server and no other site. */
@Injectable()
export class FollowLinks {
  constructor(
    private readonly tokens: FollowTokens,
    @InjectConfig() private readonly config: Config,
  ) {}

  page(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  confirm(subscriptionId: string): string {
    return this.page(`/suivre/confirmer#${this.tokens.make('confirm', subscriptionId)}`);
  }

  manage(subscriberId: string): string {
    return this.page(`/suivre/gerer#${this.tokens.make('manage', subscriberId)}`);
  }

  /** Mail programs post to it; people who open it are led to a page with one button. */
  stop(purpose: 'stop' | 'stop_all', id: string): string {
    return this.page(`${ONE_CLICK}${this.tokens.make(purpose, id)}`);
  }
}

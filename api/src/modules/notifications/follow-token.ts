import { Injectable } from '@nestjs/common';
import { SignedIds } from '../../platform/access/signed-ids.js';
import { problem } from '../../platform/http/problem.js';

/**
 * What a link of a letter opens: `confirm` and `stop` one subscription, `manage` and `stop_all` everything an address follows.
 * Letters are kept for years and their links must work: nothing is stored, the link is the id and its signature. It ends with the row.
 */
export const LINK_PURPOSES = { confirm: 'c', manage: 'm', stop: 's', stop_all: 'a' } as const;
export type LinkPurpose = keyof typeof LINK_PURPOSES;

export interface ReadToken {
  readonly purpose: LinkPurpose;
  /** Of the subscription, or of the subscriber. */
  readonly id: string;
}

@Injectable()
export class FollowTokens {
  constructor(private readonly ids: SignedIds) {}

  make(purpose: LinkPurpose, id: string): string {
    return `${LINK_PURPOSES[purpose]}${this.ids.make(`follow ${purpose}`, id)}`;
  }

  /** @throws Problem `link-not-valid` for anything we did not sign, or for a link of another purpose */
  read(token: string, purposes: readonly LinkPurpose[]): ReadToken {
    const purpose = purposes.find((known) => LINK_PURPOSES[known] === token[0]);
    if (purpose === undefined) throw problem('link-not-valid');
    return { purpose, id: this.ids.read(`follow ${purpose}`, token.slice(1)) };
  }
}

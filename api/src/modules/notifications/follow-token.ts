import { Injectable } from '@nestjs/common';
import { AppSecret } from '../../platform/access/app-secret.js';
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

const ID_CHARACTERS = 22;

@Injectable()
export class FollowTokens {
  constructor(private readonly secret: AppSecret) {}

  make(purpose: LinkPurpose, id: string): string {
    const packed = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
    return `${LINK_PURPOSES[purpose]}${packed}${this.secret.sign('signed-link', signed(purpose, id))}`;
  }

  /** @throws Problem `link-not-valid` for anything we did not sign, or for a link of another purpose */
  read(token: string, purposes: readonly LinkPurpose[]): ReadToken {
    const purpose = purposes.find((known) => LINK_PURPOSES[known] === token[0]);
    const hex = Buffer.from(token.slice(1, 1 + ID_CHARACTERS), 'base64url').toString('hex');
    if (purpose === undefined || hex.length !== 32) throw problem('link-not-valid');
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    if (!this.secret.verify('signed-link', signed(purpose, id), token.slice(1 + ID_CHARACTERS))) throw problem('link-not-valid');
    return { purpose, id };
  }
}

const signed = (purpose: LinkPurpose, id: string): string => `follow ${purpose} ${id}`;

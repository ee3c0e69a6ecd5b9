import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import { addressKey } from '../../platform/mail/mail-address.js';
import {
  type AccountAddress,
  lockSubscribersOf,
  mergeSubscribers,
  type Subscriber,
  takeSubscriber,
  tieToAccount,
  verifiedAddress,
} from './follows.queries.js';

/** Whose subscriptions are whose: an address, and the account that has shown it to be its own. */
@Injectable()
export class Subscribers {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The subscriber of an account, with what its address followed before it had one; null when it follows nothing. */
  async ofAccount(tx: EntityManager, account: AccountAddress): Promise<Subscriber | null> {
    const known = await lockSubscribersOf(tx, account.id, account.email);
    const kept = known.find(({ accountId }) => accountId === account.id) ?? known[0];
    if (kept === undefined) return null;
    for (const other of known) if (other.id !== kept.id) await mergeSubscribers(tx, kept.id, other.id);
    if (kept.accountId !== account.id || addressKey(kept.email) !== addressKey(account.email)) await tieToAccount(tx, kept.id, account);
    return { ...kept, accountId: account.id, email: account.email };
  }

  async makeForAccount(tx: EntityManager, account: AccountAddress): Promise<Subscriber> {
    const known = await this.ofAccount(tx, account);
    if (known !== null) return known;
    await takeSubscriber(tx, { id: this.ids.next(), email: account.email, language: account.language, at: this.clock.now() });
    return (await this.ofAccount(tx, account)) as Subscriber;
  }

  /** A person who changed the address of their account is written to at the new one. */
  async whereTheyAreNow(tx: EntityManager, subscriber: Subscriber): Promise<Subscriber> {
    const account = subscriber.accountId === null ? null : await verifiedAddress(tx, subscriber.accountId);
    if (account === null || addressKey(account.email) === addressKey(subscriber.email)) return subscriber;
    return (await this.ofAccount(tx, account)) ?? subscriber;
  }
}

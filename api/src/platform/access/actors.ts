import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import type { Actor, Membership, OrganisationRole, PlatformRole } from './permission.js';
import type { SessionState } from './session.js';

const FRESH_MS = 10 * 60_000;

/** What the module of accounts knows of the person; null when the account is gone, erased or suspended. */
export interface ActorAccount {
  readonly emailVerified: boolean;
  readonly platformRole: PlatformRole | null;
  /** Sessions opened under a lower number are over. */
  readonly sessionEpoch: number;
}
export type ReadAccount = (db: EntityManager, accountId: string) => Promise<ActorAccount | null>;
export type ReadMemberships = (db: EntityManager, accountId: string) => Promise<readonly Membership[]>;

/** One of a person's organisations, as “my account” and the switch show it. */
export interface ShownMembership {
  readonly organisationId: string;
  readonly name: string;
  readonly kind: 'public_owner' | 'ess';
  readonly state: string;
  readonly role: OrganisationRole;
  readonly secondFactorRequired: boolean;
}
export type ReadShownMemberships = (db: EntityManager, accountId: string) => Promise<readonly ShownMembership[]>;

export interface OrganisationsOfPerson {
  readonly memberships: readonly ShownMembership[];
  readonly actingFor: string | null;
}

/** Where the modules that hold people and memberships say how to read them (in `onModuleInit`): the platform knows neither. */
@Injectable()
export class Actors {
  private readAccount: ReadAccount = () => Promise.resolve(null);
  private readMemberships: ReadMemberships = () => Promise.resolve([]);
  private readShownMemberships: ReadShownMemberships = () => Promise.resolve([]);

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  accountsAreReadBy(read: ReadAccount): void {
    this.readAccount = read;
  }

  membershipsAreReadBy(read: ReadMemberships): void {
    this.readMemberships = read;
  }

  membershipsAreShownBy(read: ReadShownMemberships): void {
    this.readShownMemberships = read;
  }

  /** A person's organisations by name, and the one they act for: null = for themselves, also when they are no longer a member of it. */
  async organisationsOf(accountId: string, { actingFor = null }: SessionState): Promise<OrganisationsOfPerson> {
    const memberships = await this.readShownMemberships(this.db.manager, accountId);
    const stillMember = memberships.some(({ organisationId }) => organisationId === actingFor);
    return { memberships, actingFor: stillMember ? actingFor : null };
  }

  /** The person behind a session, with their rights as they are now; null for a stranger. */
  async load({ accountId, epoch = 0, secondFactorAt, freshAt }: SessionState): Promise<Actor | null> {
    if (accountId === undefined) return null;
    const { manager } = this.db;
    const [read, memberships] = await Promise.all([this.readAccount(manager, accountId), this.readMemberships(manager, accountId)]);
    if (read === null) return null;
    const { sessionEpoch, ...account } = read;
    if (epoch !== sessionEpoch) return null;
    const fresh = freshAt !== undefined && this.clock.now().getTime() - Date.parse(freshAt) < FRESH_MS;
    return { accountId, ...account, memberships, secondFactor: secondFactorAt !== undefined, fresh };
  }
}

import { z } from 'zod';
import { id, instant, pageOf } from '../../platform/http/fields.js';
import { NETWORK_LINK_STATES } from './network-link.rules.js';

export const networkLinkParams = z.object({ id, linkId: id });
export type NetworkLinkParams = z.infer<typeof networkLinkParams>;

export const followInput = z.object({ memberOrganisationId: id });
export type FollowInput = z.infer<typeof followInput>;
export const declineFollowInput = z.object({ reason: z.string().trim().min(1).max(1_000).nullable().default(null) });
export type DeclineFollowInput = z.infer<typeof declineFollowInput>;

const side = z.enum(['network', 'member']);
const organisation = z.object({ id, name: z.string() });

export const networkLinkView = z
  .object({
    id,
    side: side.meta({ description: 'The reader’s organisation follows (network) or is followed (member)' }),
    network: organisation,
    member: organisation,
    state: z.enum(NETWORK_LINK_STATES),
    reason: z.string().nullable().meta({ description: 'Why the member declined, when it said so' }),
    askedAt: instant,
    answeredAt: instant.nullable(),
    endedAt: instant.nullable(),
    endedBy: z.enum(['network', 'member', 'service']).nullable(),
    actions: z.array(z.string()).meta({ description: 'What the reader may do with it now' }),
  })
  .meta({ id: 'NetworkLink' });
export type NetworkLinkView = z.input<typeof networkLinkView>;
export const networkLinkPage = pageOf(networkLinkView);
export type NetworkLinkPage = z.input<typeof networkLinkPage>;

/** What a network sees of those it follows: what they made public, counted. Nothing private. */
export const followedOrganisation = z
  .object({
    linkId: id,
    since: instant,
    organisation: organisation.extend({ commune: z.string().nullable(), departmentCode: z.string().nullable() }),
    openPublicProjects: z.int(),
    settledPublicProjects: z.int().meta({ description: 'Public projects that have found a place' }),
    searchingSince: instant.nullable().meta({ description: 'When the oldest of the open public projects was created' }),
  })
  .meta({ id: 'FollowedOrganisation' });
export const followedPage = pageOf(followedOrganisation);
export type FollowedPage = z.input<typeof followedPage>;

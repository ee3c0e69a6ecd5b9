import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { day, id, instant, limit, pageOf } from '../../platform/http/fields.js';
import { reason } from './organisation.fields.js';
import { ORGANISATION_STATES } from './organisation.rules.js';
import { LEGAL_FORMS, ORGANISATION_KINDS, PUBLIC_OWNER_KINDS } from './organisation.vocabulary.js';
import { REGISTER_ANSWERS } from './register/registered-body.js';

export const decision = z.object({ reason }).meta({ id: 'Decision' });
export type Decision = z.infer<typeof decision>;

export const queueSearch = z.object({
  state: z.enum(ORGANISATION_STATES).exclude(['unclaimed']).default('claimed').meta({ description: 'Default: those that wait' }),
  cursor: cursorOf(z.tuple([z.int(), id])).optional(),
  limit,
});
export type QueueSearch = z.infer<typeof queueSearch>;

const factCheck = z
  .object({
    fact: z.enum(['name', 'legalForm', 'ownerKind', 'commune', 'siret', 'rna', 'siren', 'active']),
    declared: z.string().nullable(),
    register: z.string().nullable(),
    same: z.boolean().nullable().meta({ description: 'False: they differ; null: nothing to compare' }),
  })
  .meta({ id: 'FactCheck' });

export const organisationToVerify = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(ORGANISATION_KINDS),
    ownerKind: z.enum(PUBLIC_OWNER_KINDS).nullable(),
    legalForm: z.enum(LEGAL_FORMS).nullable(),
    state: z.enum(ORGANISATION_STATES),
    siret: z.string().nullable(),
    rna: z.string().nullable(),
    territory: z.object({ id: z.string(), name: z.string() }).nullable(),
    website: z.string().nullable(),
    contactEmail: z.string().nullable(),
    proof: z.string().nullable(),
    claimedAt: instant,
    daysWaiting: z.int(),
    decisionReason: z.string().nullable().meta({ description: 'Of the last decision, when there was one' }),
    register: z.object({ status: z.enum(REGISTER_ANSWERS), name: z.string().nullable(), asOf: day.nullable() }),
    checks: z.array(factCheck),
    sameName: z.array(z.object({ id, name: z.string() })).meta({ description: 'Other organisations of that name' }),
    evidenceToCheck: z.int(),
    members: z.int(),
  })
  .meta({ id: 'OrganisationToVerify' });
export type OrganisationToVerify = z.infer<typeof organisationToVerify>;

export const verificationQueue = pageOf(organisationToVerify).meta({ id: 'VerificationQueue' });
export type VerificationQueue = z.infer<typeof verificationQueue>;

export const decided = z
  .object({ id, state: z.enum(ORGANISATION_STATES), decidedAt: instant, reason: z.string() })
  .meta({ id: 'DecidedOrganisation' });
export type Decided = z.infer<typeof decided>;

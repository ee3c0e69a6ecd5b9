import { z } from 'zod';
import { ORGANISATION_ROLES } from '../../platform/access/permission.js';
import { cursorOf } from '../../platform/http/cursor.js';
import { day, id, instant, limit, listOf, pageOf, searchText } from '../../platform/http/fields.js';
import { said } from '../../platform/http/request-context.js';
import { evidenceView } from './evidence.schemas.js';
import { contactEmail, organisationName, summary, territoryId, website } from './organisation.fields.js';
import { ORGANISATION_STATES, STANDINGS } from './organisation.rules.js';
import { LEGAL_FORMS, ORGANISATION_KINDS, PUBLIC_OWNER_KINDS } from './organisation.vocabulary.js';

export const organisationParams = z.object({ id });

export const organisationSearch = z.object({
  q: searchText.optional().meta({ description: 'Part of the name without regard to accents, or a SIRET, or an RNA number' }),
  kind: z.enum(ORGANISATION_KINDS).optional(),
  standing: listOf(z.enum(STANDINGS)).optional(),
  territory: territoryId.optional().meta({ description: 'Region, department, EPCI or commune where its seat is' }),
  cursor: cursorOf(z.tuple([z.string(), id])).optional(),
  limit,
});
export type OrganisationSearch = z.infer<typeof organisationSearch>;

const place = z.object({ id: z.string(), name: z.string(), departmentCode: z.string().nullable() });
const known = {
  id,
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  ownerKind: z.enum(PUBLIC_OWNER_KINDS).nullable(),
  legalForm: z.enum(LEGAL_FORMS).nullable(),
  siret: z.string().nullable(),
  rna: z.string().nullable(),
  commune: place.nullable(),
  standing: z.enum(STANDINGS).meta({ description: '`unverified`: claimed, and no moderator has confirmed by whom' }),
  demo: z.boolean().meta({ description: 'An invented organisation, for demonstration' }),
};

export const organisationSummary = z.object(known).meta({ id: 'OrganisationSummary' });
export const organisationPage = pageOf(organisationSummary).meta({ id: 'OrganisationPage' });
export type OrganisationPage = z.infer<typeof organisationPage>;

const inside = z
  .object({
    state: z.enum(ORGANISATION_STATES),
    version: z.int(),
    role: z.enum(ORGANISATION_ROLES).nullable().meta({ description: 'The reader’s own role; null for a moderator' }),
    contactEmail: z.string().nullable(),
    proof: z.string().nullable(),
    claimedAt: instant.nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
    secondFactorRequired: z.boolean(),
  })
  .meta({ id: 'OrganisationInside' });

export const organisationView = z
  .object({
    ...known,
    territory: z.object({ id: z.string(), name: z.string() }).nullable(),
    summary: z.string().nullable(),
    website: z.string().nullable(),
    verifiedAt: instant.nullable(),
    evidence: z.array(evidenceView).meta({ description: 'Valid today, and open to the public' }),
    provenance: z
      .object({ title: z.string(), producer: z.string(), licence: z.string(), attribution: z.string(), asOf: day.nullable() })
      .nullable()
      .meta({ description: 'The register it comes from, while nobody has claimed it' }),
    inside: inside.nullable().meta({ description: 'For its members and the moderators only' }),
    actions: z
      .record(z.string(), z.string().nullable())
      .meta({ description: 'Operation → null when the reader may, else the code of the refusal' }),
  })
  .meta({ id: 'Organisation' });
export type OrganisationView = z.infer<typeof organisationView>;

export const organisationChanges = z
  .object({
    version: z.int().meta({ description: 'The version these changes were made on' }),
    name: organisationName.optional(),
    communeId: territoryId.nullish(),
    summary: summary.nullish(),
    website: website.nullish(),
    contactEmail: contactEmail.nullish(),
  })
  .refine(({ communeId }) => communeId == null || communeId.startsWith('commune:'), {
    path: ['communeId'],
    ...said('doit être une commune', 'must be a commune'),
  })
  .meta({ id: 'OrganisationChanges' });
export type OrganisationChanges = z.infer<typeof organisationChanges>;

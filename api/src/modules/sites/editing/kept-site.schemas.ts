import { z } from 'zod';
import { historyOf } from '../../../platform/http/edit-history.js';
import { geoPoint, id, instant } from '../../../platform/http/fields.js';
import { completeness } from '../site-view.schemas.js';
import { AGENT_ROLES, SITE_STATES } from '../site.vocabulary.js';
import { offerEdit, premisesEdit, siteEdit } from './kept-site.edit.schemas.js';
import { siteFields } from './kept-site.fields.js';

const version = z.int().min(1).max(2_000_000_000);
const PARTS_AT_MOST = 100;

/** What, where, how big, on offer how: enough for a draft. */
export const createSite = siteEdit
  .partial()
  .omit({ communeId: true })
  .extend({
    organisationId: id,
    role: z
      .enum(['owns', 'manages', 'lists'])
      .default('owns')
      .meta({ description: 'In what name the organisation speaks for the place, as it says; proof comes with the recorded role' }),
    kind: siteEdit.shape.kind,
    name: siteEdit.shape.name,
    communeId: siteEdit.shape.communeId.nullish().meta({ description: 'Found from the point when it is left out' }),
    floorAreaM2: premisesEdit.shape.floorAreaM2.meta({ description: 'Makes the first premises' }),
    offer: offerEdit.omit({ premisesId: true }).nullish(),
  })
  .meta({ id: 'CreateSite' });
export type CreateSite = z.infer<typeof createSite>;

const anId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const updateSite = siteEdit
  .partial()
  .extend({
    version: version.meta({ description: 'The version these changes were made on' }),
    premises: z.record(anId, premisesEdit.partial().nullable()).optional().meta({ description: 'By id; null takes one away' }),
    offers: z.record(anId, offerEdit.partial().nullable()).optional().meta({ description: 'By id; null takes one away' }),
    addPremises: z.array(premisesEdit).max(PARTS_AT_MOST).optional(),
    addOffers: z.array(offerEdit).max(PARTS_AT_MOST).optional(),
  })
  .meta({
    id: 'UpdateSite',
    description: 'A key left out changes nothing; null empties. What others changed meanwhile elsewhere in the place is kept.',
  });
export type UpdateSite = z.infer<typeof updateSite>;
export type SiteEdit = Omit<UpdateSite, 'version'>;

export const restoreSite = z
  .object({ version, to: version.meta({ description: 'Everything changed after this version is put back as it was' }) })
  .meta({ id: 'RestoreSite' });
export type RestoreSite = z.infer<typeof restoreSite>;

/** Null = may; else the code of the refusal, whose words are in the problem table. */
const answer = z.string().nullable();
export const keptSiteActions = z
  .object({
    updateSite: answer,
    submitSite: answer,
    takeBackSite: answer,
    publishSite: answer,
    pauseSite: answer,
    resumeSite: answer,
    closeSite: answer,
    acceptSite: answer,
    sendBackSite: answer,
  })
  .meta({ id: 'KeptSiteActions', description: 'What the reader may do with this place now; else why not' });

export const keptSite = z
  .object({
    id,
    state: z.enum(SITE_STATES),
    stateReason: z.string().nullable(),
    stateSince: instant,
    version,
    organisation: z.object({ id, name: z.string(), state: z.string() }).nullable().meta({ description: 'Whose members write it' }),
    role: z.enum(AGENT_ROLES).nullable(),
    commune: z.object({ id: z.string(), name: z.string(), point: geoPoint.nullable() }).nullable(),
    fields: siteFields,
    completeness,
    mergedInto: z.object({ id, name: z.string() }).nullable().meta({ description: 'The sheet this one went into' }),
    seenByAll: z.boolean(),
    publishedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
    actions: keptSiteActions,
  })
  .meta({ id: 'KeptSite', description: 'A place as the members of its organisation read and write it' });
export type KeptSite = z.infer<typeof keptSite>;

export const siteHistory = historyOf(version.nullable(), {
  of: z.string().nullable().meta({ description: 'Name of the sheet that went into this one, for what happened to that one' }),
  proposed: z.boolean().meta({ description: 'Proposed by a third party, and accepted' }),
  credit: z.string().nullable().meta({ description: 'The name under which they proposed it' }),
}).meta({
  id: 'SiteHistory',
  description: 'Who changed what, and when: the latest first',
});
export type SiteHistory = z.infer<typeof siteHistory>;

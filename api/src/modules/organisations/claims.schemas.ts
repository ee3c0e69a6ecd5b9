import { z } from 'zod';
import { day, id, instant } from '../../platform/http/fields.js';
import { currentLanguage, said } from '../../platform/http/request-context.js';
import { contactEmail, organisationName, proof, rna, siret, summary, territoryId, website } from './organisation.fields.js';
import { type IdentityFault, identityFaults } from './organisation.identity.rules.js';
import { STANDINGS } from './organisation.rules.js';
import { LEGAL_FORMS, ORGANISATION_KINDS, PUBLIC_OWNER_KINDS } from './organisation.vocabulary.js';
import { REGISTER_ANSWERS } from './register/registered-body.js';

export const registerQuestion = z
  .object({ siret: siret.nullish(), rna: rna.nullish() })
  .refine((asked) => (asked.siret == null) !== (asked.rna == null), {
    path: ['siret'],
    ...said('donnez un SIRET ou un numéro RNA', 'give a SIRET or an RNA number'),
  })
  .meta({ id: 'RegisterQuestion' });
export type RegisterQuestion = z.infer<typeof registerQuestion>;

export const registeredBodyView = z
  .object({
    name: z.string(),
    siret: z.string().nullable(),
    rna: z.string().nullable(),
    legalForm: z.enum(LEGAL_FORMS).nullable(),
    ownerKind: z.enum(PUBLIC_OWNER_KINDS).nullable(),
    commune: z.object({ id: z.string(), name: z.string() }).nullable(),
    active: z.boolean().nullable().meta({ description: 'False: closed, says the register' }),
    source: z.object({ register: z.string(), asOf: day.nullable() }),
  })
  .meta({ id: 'RegisteredBody' });

export const registerAnswer = z
  .object({
    status: z.enum(REGISTER_ANSWERS).meta({ description: '`unavailable`: nobody could be asked; a claim is possible all the same' }),
    body: registeredBodyView.nullable(),
    organisation: z
      .object({ id, name: z.string(), standing: z.enum(STANDINGS), hasMembers: z.boolean() })
      .nullable()
      .meta({ description: 'The organisation we know under this number: claim it, or ask to join when it has members' }),
  })
  .meta({ id: 'RegisterAnswer' });
export type RegisterAnswerView = z.infer<typeof registerAnswer>;

const IDENTITY_MESSAGES: Readonly<Record<IdentityFault, readonly [fr: string, en: string]>> = {
  'owner-kind-needed': ['dites quelle sorte de propriétaire public', 'say which kind of public owner'],
  'legal-form-needed': ['dites la forme juridique', 'say the legal form'],
  'not-for-this-kind': ['ne s’applique pas à cette sorte d’organisation', 'does not apply to this kind of organisation'],
  'territory-needed': ['choisissez le territoire', 'choose the territory'],
  'territory-of-another-kind': ['ce territoire est d’une autre sorte', 'this territory is of another kind'],
  'territory-not-for-this-owner': ['seules les collectivités ont un territoire', 'only local authorities have a territory'],
  'siret-needed': ['donnez le SIRET', 'give the SIRET'],
  'number-needed': ['donnez le SIRET', 'give the SIRET'],
  'rna-for-associations': ['le numéro RNA est celui d’une association', 'the RNA number is for associations'],
  'siret-of-another-epci': ['ce SIRET n’est pas celui de cette intercommunalité', 'this SIRET is not the one of this intermunicipality'],
};

export const organisationClaim = z
  .object({
    siret: siret.nullish(),
    rna: rna.nullish(),
    name: organisationName,
    kind: z.enum(ORGANISATION_KINDS),
    ownerKind: z.enum(PUBLIC_OWNER_KINDS).nullish(),
    legalForm: z.enum(LEGAL_FORMS).exclude(['other']).nullish(),
    territoryId: territoryId.nullish().meta({ description: 'For regions, departments, EPCI and communes' }),
    communeId: territoryId.nullish().meta({ description: 'Commune of its seat' }),
    summary: summary.nullish(),
    website: website.nullish(),
    contactEmail: contactEmail.nullish(),
    proof,
  })
  .superRefine((claim, context) => {
    for (const [field, fault] of identityFaults(identityOf(claim))) {
      context.addIssue({ code: 'custom', path: [field], message: IDENTITY_MESSAGES[fault][currentLanguage() === 'fr' ? 0 : 1] });
    }
    if (claim.communeId != null && !claim.communeId.startsWith('commune:')) {
      context.addIssue({ code: 'custom', path: ['communeId'], message: said('doit être une commune', 'must be a commune').error() });
    }
  })
  .meta({ id: 'OrganisationClaim' });
export type OrganisationClaim = z.infer<typeof organisationClaim>;

type ClaimedIdentity = Pick<OrganisationClaim, 'siret' | 'rna' | 'kind' | 'ownerKind' | 'legalForm' | 'territoryId'>;
export function identityOf({ kind, ownerKind, legalForm, siret, rna, territoryId }: ClaimedIdentity) {
  return {
    kind,
    ownerKind: ownerKind ?? null,
    legalForm: legalForm ?? null,
    siret: siret ?? null,
    rna: rna ?? null,
    territoryId: territoryId ?? null,
  };
}

export const newProof = z.object({ proof }).meta({ id: 'NewProof' });

export const claimedOrganisation = z
  .object({
    id,
    standing: z.enum(STANDINGS),
    claimedAt: instant,
    register: z.enum(REGISTER_ANSWERS).meta({ description: 'What the register answered; the claim stands in each case' }),
  })
  .meta({ id: 'ClaimedOrganisation' });
export type ClaimedOrganisation = z.infer<typeof claimedOrganisation>;

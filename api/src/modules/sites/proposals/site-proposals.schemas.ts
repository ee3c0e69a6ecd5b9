import { z } from 'zod';
import { cursorOf } from '../../../platform/http/cursor.js';
import { id, instant, limit } from '../../../platform/http/fields.js';
import { said } from '../../../platform/http/request-context.js';
import { mailAddress } from '../../../platform/mail/mail-address.js';
import { siteEdit } from '../editing/kept-site.edit.schemas.js';
import { CORRECTABLE_FIELDS, type CorrectableFact, SITE_PROPOSAL_STATES } from './site-proposal.rules.js';

const source = z.string().trim().min(3).max(300).meta({ description: 'How the proposer knows: a document, a link, or having been there' });
const credit = z
  .string()
  .trim()
  .max(80)
  .transform((name) => (name === '' ? null : name))
  .nullish()
  .meta({ description: 'Name shown with what was accepted; nobody is named without it' });
const proposer = {
  source,
  credit,
  email: mailAddress.nullish().meta({ description: 'Needed without an account: it is asked to confirm' }),
};
const missing = said('dites la valeur proposée', 'say the value you propose');

/** Judged as the same field of an edit is. */
function checkValue({ field, value }: { field: string; value: unknown }, context: z.RefinementCtx): unknown {
  const schema = field.includes('.') ? z.boolean() : siteEdit.shape[field as CorrectableFact];
  const { data, error } = schema.safeParse(value);
  for (const { message } of error?.issues ?? []) context.addIssue({ code: 'custom', path: ['value'], message });
  if (!error && data == null) context.addIssue({ code: 'custom', path: ['value'], message: missing.error() });
  return data;
}

export const correction = z
  .object({ field: z.enum(CORRECTABLE_FIELDS), value: z.union([z.string().max(6000), z.number(), z.boolean()]), ...proposer })
  .transform((input, context) => ({ ...input, value: checkValue(input, context) }))
  .meta({ id: 'SiteCorrection' });
export type Correction = z.output<typeof correction>;

const { name, kind, communeId, address, point, summary, landAreaM2, formerActivity } = siteEdit.shape;
export const proposedPlace = z
  .object({ name, kind, communeId, address, point, summary, landAreaM2, formerActivity, ...proposer })
  .meta({ id: 'ProposedPlace', description: 'Shown as a lead once a moderator has read it' });
export type ProposedPlace = z.output<typeof proposedPlace>;

export const proposalAccepted = z
  .object({
    confirmation: z
      .enum(['mailed', 'not_needed'])
      .meta({ description: 'mailed: nothing happens before the link of the message is followed' }),
  })
  .meta({ id: 'ProposalAccepted' });
export type ProposalAccepted = z.infer<typeof proposalAccepted>;

export const proposalLink = z.object({ token: z.string().min(20).max(200) }).meta({ id: 'ProposalLink' });
export type ProposalLink = z.infer<typeof proposalLink>;

/** What the proposer sees: never what the place says that they could not read. */
export const proposalView = z
  .object({
    id,
    kind: z.enum(['correction', 'place']),
    state: z.enum(SITE_PROPOSAL_STATES),
    site: z.object({ id, name: z.string(), seenByAll: z.boolean() }).nullable(),
    proposed: z.record(z.string(), z.unknown()),
    source: z.string(),
    credit: z.string().nullable(),
    proposedAt: instant,
    decidedAt: instant.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'SiteProposal' });
export type ProposalView = z.infer<typeof proposalView>;

export const confirmedProposal = z.object({ proposal: proposalView, token: z.string() }).meta({ id: 'ConfirmedProposal' });
export type ConfirmedProposal = z.infer<typeof confirmedProposal>;
export const myProposals = z.object({ items: z.array(proposalView), next: z.null() }).meta({ id: 'MyProposals' });
export type MyProposals = z.infer<typeof myProposals>;

/** Null = may; else the code of the refusal. */
const may = z.string().nullable();
export const proposalToDecide = proposalView
  .extend({
    current: z.record(z.string(), z.unknown()).meta({ description: 'What the place says now of the same fields' }),
    commune: z.string().nullable(),
    actions: z.object({ acceptSiteProposal: may, refuseSiteProposal: may }),
  })
  .meta({ id: 'ProposalToDecide' });
export type ProposalToDecide = z.infer<typeof proposalToDecide>;
export const proposalsToDecide = z
  .object({ items: z.array(proposalToDecide), next: z.string().nullable() })
  .meta({ id: 'ProposalsToDecide', description: 'The oldest first' });
export type ProposalsToDecide = z.infer<typeof proposalsToDecide>;

export const proposalSearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type ProposalSearch = z.infer<typeof proposalSearch>;
export const refusedProposal = z
  .object({ reason: z.string().trim().min(3).max(1000).meta({ description: 'Read by the proposer' }) })
  .meta({ id: 'RefusedProposal' });
export type RefusedProposal = z.infer<typeof refusedProposal>;
export const proposalParams = z.object({ id });

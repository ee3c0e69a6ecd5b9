import { z } from 'zod';
import { cursorOf } from '../../../platform/http/cursor.js';
import { day, id, instant, limit } from '../../../platform/http/fields.js';
import { said } from '../../../platform/http/request-context.js';
import { AGENT_ROLES } from '../site.vocabulary.js';
import { SITE_ROLE_STATES } from './site-role.rules.js';

export const roleParams = z.object({ id });

const proof = z.object({
  text: z.string().trim().min(10).max(2000).meta({ description: 'What proves it: title, deed, deliberation, the owner’s letter' }),
  reference: z.string().trim().min(1).max(200).nullish(),
  date: day,
});

const needed = {
  until: said('un acte de gestion a une date de fin', 'a deed of management has an end date'),
  noUntil: said('ce rôle n’a pas de date de fin', 'this role has no end date'),
  proof: said('ce rôle demande une preuve', 'this role needs a proof'),
};

export const declareRole = z
  .object({
    organisationId: id,
    role: z.enum(AGENT_ROLES),
    until: day.nullish().meta({ description: 'Last day of the deed (manages) or of the owner’s consent (lists)' }),
    proof: proof.nullish().meta({ description: 'Needed for every role but “signals”' }),
  })
  .superRefine(({ role, until, proof: given }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (role === 'manages' && until == null) fault('until', needed.until.error());
    if ((role === 'owns' || role === 'signals') && until != null) fault('until', needed.noUntil.error());
    if (role !== 'signals' && given == null) fault('proof', needed.proof.error());
  })
  .meta({ id: 'DeclareAgentRole' });
export type DeclareRole = z.infer<typeof declareRole>;

const reason = z.string().trim().min(3).max(500);
const version = z.int().min(1).max(2_000_000_000).meta({ description: 'The version that was read' });
export const checkRole = z.object({ version }).meta({ id: 'CheckAgentRole' });
export type CheckRole = z.infer<typeof checkRole>;
export const refuseRole = z.object({ version, reason }).meta({ id: 'RefuseAgentRole' });
export type RefuseRole = z.infer<typeof refuseRole>;
export const endRole = z.object({ reason }).meta({ id: 'EndAgentRole' });
export type EndRole = z.infer<typeof endRole>;

const historyLine = z.object({
  at: instant,
  who: z.string().nullable(),
  action: z.string(),
  fromState: z.string().nullable(),
  toState: z.string(),
  reason: z.string().nullable(),
});

const answer = z.string().nullable();
export const agentRole = z
  .object({
    id,
    site: z.object({ id, name: z.string() }),
    organisation: z.object({ id, name: z.string() }),
    role: z.enum(AGENT_ROLES),
    until: day.nullable(),
    proof: z.object({ text: z.string(), reference: z.string().nullable(), date: day }).nullable(),
    state: z.enum(SITE_ROLE_STATES),
    reason: z.string().nullable(),
    version: z.int(),
    declaredAt: instant,
    decidedAt: instant.nullable(),
    mayAward: z.boolean().meta({ description: 'Checked, and owns or manages under a deed that still runs' }),
    history: z.array(historyLine),
    actions: z
      .object({ checkAgentRole: answer, refuseAgentRole: answer, endAgentRole: answer })
      .meta({ description: 'What the reader may do now; else the code of the refusal' }),
  })
  .meta({ id: 'AgentRole' });
export type AgentRoleView = z.infer<typeof agentRole>;

export const agentRoles = z
  .object({ items: z.array(agentRole), next: z.null() })
  .meta({ id: 'AgentRoles', description: 'The latest first; those of the reader’s organisations, or all for moderators' });
export type AgentRoles = z.infer<typeof agentRoles>;

export const rolesSearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type RolesSearch = z.infer<typeof rolesSearch>;
export const rolesToCheck = z.object({ items: z.array(agentRole), next: z.string().nullable() }).meta({ id: 'AgentRolesToCheck' });
export type RolesToCheck = z.infer<typeof rolesToCheck>;

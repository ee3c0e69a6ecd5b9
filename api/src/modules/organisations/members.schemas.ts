import { z } from 'zod';
import { ORGANISATION_ROLES, REFUSALS } from '../../platform/access/permission.js';
import { cursorOf } from '../../platform/http/cursor.js';
import { id, instant, limit } from '../../platform/http/fields.js';

export const organisationParams = z.object({ id });
export type OrganisationParams = z.infer<typeof organisationParams>;
export const memberParams = z.object({ id, accountId: id });
export type MemberParams = z.infer<typeof memberParams>;

export const organisationRole = z.enum(ORGANISATION_ROLES);
/** For a button: null = may, else the code of the refusal. */
const refusal = z.enum(REFUSALS).nullable();

export const membersSearch = z.object({ cursor: cursorOf(z.tuple([z.string(), id])).optional(), limit });
export type MembersSearch = z.infer<typeof membersSearch>;

export const memberView = z
  .object({
    accountId: id,
    displayName: z.string().nullable(),
    email: z.string().nullable().meta({ description: 'For administrators only, null for the others' }),
    role: organisationRole,
    since: instant,
  })
  .meta({ id: 'Member' });
export type MemberView = z.infer<typeof memberView>;

export const memberPage = z
  .object({
    items: z.array(memberView),
    next: z.string().nullable(),
    actions: z.object({
      changeMemberRole: refusal,
      removeMember: refusal,
      transferAdministration: refusal,
      setSecondFactorRule: refusal,
      inviteMember: refusal,
      listJoinRequests: refusal,
    }),
  })
  .meta({ id: 'MemberPage' });
export type MemberPage = z.infer<typeof memberPage>;

export const roleInput = z.object({ role: organisationRole });
export type RoleInput = z.infer<typeof roleInput>;

export const leaveInput = z.object({
  evenIfLast: z
    .boolean()
    .default(false)
    .meta({ description: 'The only member says that they know: the organisation will have no members' }),
});
export type LeaveInput = z.infer<typeof leaveInput>;

export const formerMemberView = z.object({ organisationId: id, accountId: id }).meta({ id: 'FormerMember' });
export type FormerMemberView = z.infer<typeof formerMemberView>;

export const transferInput = z.object({ accountId: id.meta({ description: 'The member who becomes administrator' }) });
export type TransferInput = z.infer<typeof transferInput>;

export const secondFactorRule = z.object({ required: z.boolean() }).meta({ id: 'SecondFactorRule' });
export type SecondFactorRule = z.infer<typeof secondFactorRule>;

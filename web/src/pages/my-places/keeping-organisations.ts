import type { Me, MyMembership } from '../../session/me';

/** A person's organisations, the one they act for first: any of them may keep places. */
export function keepingOrganisations({ memberships, actingFor }: Pick<Me, 'memberships' | 'actingFor'>): MyMembership[] {
  return [...memberships].sort((a, b) => Number(b.organisationId === actingFor) - Number(a.organisationId === actingFor));
}

export function canWrite({ role, state }: MyMembership): boolean {
  return (role === 'editor' || role === 'administrator') && state !== 'suspended';
}

import type { Me, MyMembership } from '../../session/me';

/** A person's organisations that may carry projects, the one they act for first. */
export function essOrganisations({ memberships, actingFor }: Pick<Me, 'memberships' | 'actingFor'>): MyMembership[] {
  const carrying = memberships.filter(({ kind }) => kind === 'ess');
  return [...carrying].sort((a, b) => Number(b.organisationId === actingFor) - Number(a.organisationId === actingFor));
}

export function canWrite({ role, state }: MyMembership): boolean {
  return (role === 'editor' || role === 'administrator') && state !== 'suspended';
}

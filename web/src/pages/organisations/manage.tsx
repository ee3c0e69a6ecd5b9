import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InvitationsPanel } from '../../features/members/invitations-panel';
import { JoinRequestsPanel } from '../../features/members/join-requests-panel';
import { LeavePanel } from '../../features/members/leave-panel';
import { MemberList } from '../../features/members/member-list';
import { SecondFactorRule } from '../../features/members/second-factor-rule';
import { EvidencePanel } from '../../features/organisations/manage/evidence-panel';
import { OrganisationProfileForm } from '../../features/organisations/manage/profile-form';
import { Panel } from '../../ui/card';
import { RefusalNote } from '../../ui/refusal-note';
import { departmentsAnswer } from './departments-answer';
import { ManagePage } from './manage-page';
import { territoryAnswer } from './territory-answer';

export function ManageProfilePage() {
  const { t } = useTranslation('organisations');
  const { organisationId } = getRouteApi('/organisations/$organisationId/gerer').useParams();
  return (
    <ManagePage organisationId={organisationId} title={t('manage.nav.profile')}>
      {(organisation) => (
        <Panel id="profile" title={t('manage.profile')}>
          <OrganisationProfileForm organisation={organisation} territory={territoryAnswer} />
        </Panel>
      )}
    </ManagePage>
  );
}

export function ManageEvidencePage() {
  const { t } = useTranslation('organisations');
  const { organisationId } = getRouteApi('/organisations/$organisationId/gerer/justificatifs').useParams();
  return (
    <ManagePage organisationId={organisationId} title={t('manage.nav.evidence')}>
      {(organisation) => <EvidencePanel organisation={organisation} departments={departmentsAnswer} />}
    </ManagePage>
  );
}

export function ManageMembersPage() {
  const { t } = useTranslation(['organisations', 'members']);
  const { organisationId } = getRouteApi('/organisations/$organisationId/gerer/membres').useParams();
  return (
    <ManagePage organisationId={organisationId} title={t('organisations:manage.nav.members')}>
      {({ inside, name }, account) => (
        <>
          <Panel id="members" title={t('members:title')}>
            <MemberList organisationId={organisationId} myAccountId={account.id} />
          </Panel>
          {inside?.role === 'administrator' ? (
            <>
              <Panel id="join-requests" title={t('members:join.title')}>
                <JoinRequestsPanel organisationId={organisationId} />
              </Panel>
              <Panel id="invite" title={t('members:invite.title')}>
                <InvitationsPanel organisationId={organisationId} />
              </Panel>
              <Panel id="rule" title={t('members:rule.title')}>
                <SecondFactorRule
                  organisationId={organisationId}
                  isRequired={inside.secondFactorRequired}
                  mineIsOn={account.secondFactor.on}
                />
              </Panel>
            </>
          ) : (
            <RefusalNote code="role-too-low" />
          )}
          {inside?.role ? (
            <Panel id="leave" title={t('members:leave.label')}>
              <LeavePanel organisationId={organisationId} name={name} />
            </Panel>
          ) : null}
        </>
      )}
    </ManagePage>
  );
}

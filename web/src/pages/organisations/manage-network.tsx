import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import { networkLinksOf } from '../../features/members/members.queries';
import { FollowedProgress } from '../../features/members/followed-progress';
import { NetworkPanel } from '../../features/members/network-panel';
import { OrganisationPicker } from '../../features/organisations/organisation-picker';
import { wrongAnswer } from '../../api/problem';
import { Form } from '../../ui/form/form';
import { RefusalNote } from '../../ui/refusal-note';
import { ManagePage } from './manage-page';

export function ManageNetworkPage() {
  const { t } = useTranslation('organisations');
  const { organisationId } = getRouteApi('/organisations/$organisationId/gerer/reseau').useParams();
  return (
    <ManagePage organisationId={organisationId} title={t('manage.nav.network')}>
      {({ inside, standing }) => (
        <>
          <NetworkPanel
            organisationId={organisationId}
            mayAct={inside?.role === 'administrator'}
            follow={
              standing === 'verified' ? <FollowForm organisationId={organisationId} /> : <RefusalNote code="organisation-not-ready" />
            }
          />
          {standing === 'verified' && inside?.role ? <FollowedProgress organisationId={organisationId} /> : null}
        </>
      )}
    </ManagePage>
  );
}

function FollowForm({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  const [sendings, setSendings] = useState(0);
  return (
    <Form
      key={sendings}
      submit={t('network.follow')}
      submitLook="secondary"
      onSend={async ({ memberOrganisationId = '' }) => {
        if (memberOrganisationId === '') throw wrongAnswer('memberOrganisationId', t('network.pickFirst'));
        const body = { memberOrganisationId };
        await done(api.POST('/api/organisations/{id}/network-links', { params: { path: { id: organisationId } }, body }));
        await client.invalidateQueries({ queryKey: networkLinksOf(organisationId).queryKey });
        setSendings(sendings + 1);
      }}
    >
      <OrganisationPicker name="memberOrganisationId" label={t('network.pick')} help={t('network.pickHelp')} />
    </Form>
  );
}

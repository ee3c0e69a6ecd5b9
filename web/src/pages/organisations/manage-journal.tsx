import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OrganisationJournal } from '../../features/organisations/manage/organisation-journal';
import { isModerator } from '../../session/me';
import { RefusalNote } from '../../ui/refusal-note';
import { ManagePage } from './manage-page';

export function ManageJournalPage() {
  const { t } = useTranslation('organisations');
  const { organisationId } = getRouteApi('/organisations/$organisationId/gerer/journal').useParams();
  return (
    <ManagePage organisationId={organisationId} title={t('manage.nav.journal')}>
      {({ inside }, account) =>
        inside?.role === 'administrator' || isModerator(account) ? (
          <OrganisationJournal organisationId={organisationId} />
        ) : (
          <RefusalNote code="role-too-low" />
        )
      }
    </ManagePage>
  );
}

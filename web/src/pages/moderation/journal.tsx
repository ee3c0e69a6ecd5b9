import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { JournalFilters } from '../../features/moderation/journal-filters';
import { JournalTable } from '../../features/moderation/journal-table';
import { ModeratorPage } from '../../features/moderation/moderator-page';

const route = getRouteApi('/moderation/journal');

export function JournalPage() {
  const { t } = useTranslation('moderation');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ModeratorPage title={t('journal.title')} lead={t('journal.lead')}>
      <JournalFilters search={search} onChange={(next) => void navigate({ search: next })} />
      <JournalTable search={search} />
    </ModeratorPage>
  );
}

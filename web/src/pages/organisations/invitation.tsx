import { useTranslation } from 'react-i18next';
import { InvitationCard } from '../../features/members/invitation-card';
import { useKeptToken } from '../../session/fragment-token';
import { EntryPage } from '../account/entry-page';
import { MissingToken } from '../account/missing-token';
import { LinkButton } from '../../ui/link-button';

export function InvitationPage() {
  const { t } = useTranslation('members');
  const token = useKeptToken('invitation');
  return (
    <EntryPage title={t('invitation.title')}>
      {token === null ? (
        <MissingToken action={<LinkButton to="/organisations">{t('invitation.find')}</LinkButton>} />
      ) : (
        <InvitationCard token={token} />
      )}
    </EntryPage>
  );
}

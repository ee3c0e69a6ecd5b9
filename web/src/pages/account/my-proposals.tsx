import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProposalCard } from '../../features/sites/proposals/proposal-card';
import { myProposals } from '../../features/sites/proposals/proposals.queries';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';
import { AccountPage } from './account-page';

export function MyProposalsPage() {
  const { t } = useTranslation('participation');
  return (
    <AccountPage title={t('propose.mine')} lead={t('propose.mineLead')}>
      {() => (
        <Panel id="proposals" title={t('propose.mineList')}>
          <Mine />
        </Panel>
      )}
    </AccountPage>
  );
}

function Mine() {
  const { t } = useTranslation(['participation', 'common']);
  const mine = useQuery(myProposals());
  if (mine.isPending) return <Skeleton label={t('common:loading')} lines={3} />;
  if (mine.isError) return <ErrorState level={3} error={mine.error} onRetry={() => void mine.refetch()} />;
  return (
    <div className="stack">
      {mine.data.items.length === 0 ? <p>{t('participation:propose.mineNone')}</p> : null}
      <ul className="row-list">
        {mine.data.items.map((proposal) => (
          <li key={proposal.id} className="row">
            <ProposalCard proposal={proposal} />
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <LinkButton to="/proposer-un-lieu">{t('participation:propose.placeTitle')}</LinkButton>
      </div>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ProposalCard } from '../../features/sites/proposals/proposal-card';
import { proposalByLink } from '../../features/sites/proposals/proposals.queries';
import { usePageTitle } from '../../lib/page-title';
import { useFragmentToken } from '../../session/fragment-token';
import { ErrorState } from '../../ui/error-state';
import { Form } from '../../ui/form/form';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { MissingToken } from '../account/missing-token';

/** Where the message that asks leads: a press says yes, so that a program that opens links does not. */
export function ConfirmProposalPage() {
  const { t } = useTranslation('participation');
  const token = useFragmentToken();
  usePageTitle(t('propose.confirmTitle'));
  const [followToken, setFollowToken] = useState<string | null>(null);
  return (
    <div className="page narrow stack">
      <h1 tabIndex={-1}>{t('propose.confirmTitle')}</h1>
      {token === null ? <MissingToken action={<LinkButton to="/lieux">{t('propose.toPlaces')}</LinkButton>} /> : null}
      {token !== null && followToken === null ? (
        <>
          <p className="lead">{t('propose.confirmLead')}</p>
          <Form
            submit={t('propose.confirmSubmit')}
            onSend={async () => setFollowToken((await unwrap(api.POST('/api/site-proposals/confirm', { body: { token } }))).token)}
          />
        </>
      ) : null}
      {followToken === null ? null : (
        <Notice
          tone="good"
          role="status"
          title={t('propose.sentTitle')}
          actions={
            <LinkButton to="/propositions/suivi" hash={followToken} look="primary">
              {t('propose.see')}
            </LinkButton>
          }
        >
          <p>{t('propose.sent')}</p>
        </Notice>
      )}
    </div>
  );
}

/** Where every later message leads: what became of it. */
export function FollowProposalPage() {
  const { t } = useTranslation('participation');
  const token = useFragmentToken();
  usePageTitle(t('propose.followTitle'));
  return (
    <div className="page narrow stack">
      <h1 tabIndex={-1}>{t('propose.followTitle')}</h1>
      {token === null ? (
        <MissingToken action={<LinkButton to="/mon-compte/propositions">{t('propose.mine')}</LinkButton>} />
      ) : (
        <Followed token={token} />
      )}
    </div>
  );
}

function Followed({ token }: { readonly token: string }) {
  const { t } = useTranslation('common');
  const proposal = useQuery(proposalByLink(token));
  if (proposal.isPending) return <Skeleton label={t('loading')} lines={3} />;
  if (proposal.isError) return <ErrorState error={proposal.error} onRetry={() => void proposal.refetch()} />;
  return <ProposalCard proposal={proposal.data} />;
}

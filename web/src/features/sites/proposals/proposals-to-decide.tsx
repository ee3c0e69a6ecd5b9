import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { formatInstantDay } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { ErrorState } from '../../../ui/error-state';
import { TextAreaField } from '../../../ui/form/fields';
import { Skeleton } from '../../../ui/skeleton';
import { ProposedWords } from './proposed-words';
import { type ProposalToDecide, proposalsToDecide } from './proposals.queries';

interface ProposalsToDecideProps {
  /** Whose places; null: those that moderators answer for. */
  readonly organisationId: string | null;
}

/** What third parties propose, the oldest first: accepted as an edit of the place, or refused with a reason they will read. */
export function ProposalsToDecide({ organisationId }: ProposalsToDecideProps) {
  const { t } = useTranslation(['participation', 'common']);
  const queue = useInfiniteQuery(proposalsToDecide(organisationId));
  if (queue.isPending) return <Skeleton label={t('common:loading')} lines={2} />;
  if (queue.isError) return <ErrorState level={3} error={queue.error} onRetry={() => void queue.refetch()} />;
  const proposals = queue.data.pages.flatMap((page) => page.items);
  if (proposals.length === 0) return <p>{t('participation:decide.none')}</p>;
  return (
    <div className="stack">
      <ul className="row-list">
        {proposals.map((proposal) => (
          <ProposalRow key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      {queue.hasNextPage ? <Button onClick={() => void queue.fetchNextPage()}>{t('common:actions.loadMore')}</Button> : null}
    </div>
  );
}

function ProposalRow({ proposal }: { readonly proposal: ProposalToDecide }) {
  const { t } = useTranslation('participation');
  const client = useQueryClient();
  const { id, kind, site, commune, proposed, current, source, credit, proposedAt, actions } = proposal;
  const name = site?.name ?? String(proposed['name']);
  const params = { path: { id } };
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          {site ? (
            <Link to="/lieux/$siteId" params={{ siteId: site.id }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </p>
        <p>{[t(`decide.kind.${kind}`), commune].filter(Boolean).join(' · ')}</p>
        <ProposedWords proposed={proposed} {...(kind === 'correction' ? { current } : {})} />
        <p className="field-help">
          {t('propose.from', { source, day: formatInstantDay(proposedAt, currentLanguage()) })}
          {credit ? ` ${t('propose.credited', { name: credit })}` : null}
        </p>
        {actions.acceptSiteProposal === 'own-proposal' ? <p className="field-help">{t('decide.own')}</p> : null}
      </div>
      {actions.acceptSiteProposal === null ? (
        <ActButton
          label={t('decide.accept')}
          about={name}
          title={name}
          submit={t('decide.accept')}
          onSend={async () => {
            await done(api.POST('/api/site-proposals/{id}/accept', { params }));
            await client.invalidateQueries();
          }}
        >
          <p>{t(`decide.acceptText.${kind}`)}</p>
        </ActButton>
      ) : null}
      {actions.refuseSiteProposal === null ? (
        <ActButton
          label={t('decide.refuse')}
          about={name}
          look="quiet"
          title={name}
          submit={t('decide.refuse')}
          onSend={async ({ reason = '' }) => {
            await done(api.POST('/api/site-proposals/{id}/refuse', { params, body: { reason } }));
            await client.invalidateQueries();
          }}
        >
          <TextAreaField name="reason" label={t('reason')} help={t('decide.reasonHelp')} maxLength={1000} />
        </ActButton>
      ) : null}
    </li>
  );
}

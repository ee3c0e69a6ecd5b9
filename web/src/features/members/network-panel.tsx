import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { orNull } from '../../ui/form/answers';
import { TextAreaField } from '../../ui/form/fields';
import { Skeleton } from '../../ui/skeleton';
import { type NetworkLink, networkLinksOf } from './members.queries';

interface NetworkPanelProps {
  readonly organisationId: string;
  readonly mayAct: boolean;
  /** The look-up of an organisation, lent by the page: it asks to follow the one that was picked. */
  readonly follow: ReactNode;
}

/** Networks that ask to follow this organisation, and organisations that it follows: nothing is shared before a yes. */
export function NetworkPanel({ organisationId, mayAct, follow }: NetworkPanelProps) {
  const { t } = useTranslation(['members', 'common']);
  const links = useInfiniteQuery(networkLinksOf(organisationId));
  if (links.isPending) return <Skeleton label={t('common:loading')} lines={3} />;
  if (links.isError) return <ErrorState level={3} error={links.error} onRetry={() => void links.refetch()} />;
  const open = links.data.pages.flatMap((page) => page.items).filter(({ state }) => state === 'asked' || state === 'followed');
  const followers = open.filter(({ side }) => side === 'member');
  const followed = open.filter(({ side }) => side === 'network');
  const row = (link: NetworkLink) => <LinkRow key={link.id} organisationId={organisationId} link={link} />;
  return (
    <>
      <section className="stack" aria-labelledby="followers-title">
        <h2 id="followers-title">{t('members:network.followers')}</h2>
        <p>{t('members:network.followersText')}</p>
        {followers.length > 0 ? (
          <ul className="row-list">{followers.map(row)}</ul>
        ) : (
          <p className="field-help">{t('members:network.noFollower')}</p>
        )}
      </section>
      <section className="stack" aria-labelledby="followed-title">
        <h2 id="followed-title">{t('members:network.followed')}</h2>
        <p>{t('members:network.followedText')}</p>
        {followed.length > 0 ? (
          <ul className="row-list">{followed.map(row)}</ul>
        ) : (
          <p className="field-help">{t('members:network.noFollowed')}</p>
        )}
        {mayAct ? follow : null}
      </section>
      {links.hasNextPage ? (
        <Button disabled={links.isFetchingNextPage} onClick={() => void links.fetchNextPage()}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </>
  );
}

interface LinkRowProps {
  readonly organisationId: string;
  readonly link: NetworkLink;
}

function LinkRow({ organisationId, link }: LinkRowProps) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  const other = link.side === 'member' ? link.network.name : link.member.name;
  const path = { id: organisationId, linkId: link.id };
  const readAgain = () => client.invalidateQueries({ queryKey: networkLinksOf(organisationId).queryKey });
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{other}</p>
        <p className="field-help">{t('network.asked', { day: formatInstantDay(link.askedAt, currentLanguage()) })}</p>
      </div>
      <Badge tone={link.state === 'followed' ? 'moss' : 'amber'}>{t(`network.state.${link.state}`)}</Badge>
      {link.actions.includes('accept') ? (
        <ActButton
          label={t('network.accept')}
          about={other}
          title={t('network.acceptTitle', { name: other })}
          submit={t('network.accept')}
          onSend={async () => {
            await done(api.POST('/api/organisations/{id}/network-links/{linkId}/accept', { params: { path } }));
            await readAgain();
          }}
        >
          <p>{t('network.acceptText', { name: other })}</p>
        </ActButton>
      ) : null}
      {link.actions.includes('decline') ? (
        <ActButton
          label={t('network.decline')}
          about={other}
          look="quiet"
          title={t('network.declineTitle', { name: other })}
          submit={t('network.decline')}
          onSend={async ({ reason }) => {
            const body = { reason: orNull(reason) };
            await done(api.POST('/api/organisations/{id}/network-links/{linkId}/decline', { params: { path }, body }));
            await readAgain();
          }}
        >
          <TextAreaField name="reason" label={t('network.reason')} isOptional maxLength={1000} />
        </ActButton>
      ) : null}
      {link.actions.includes('withdraw') ? (
        <ActButton
          label={t('network.withdraw')}
          about={other}
          look="quiet"
          title={t('network.withdrawTitle', { name: other })}
          submit={t('network.withdraw')}
          onSend={async () => {
            await done(api.POST('/api/organisations/{id}/network-links/{linkId}/withdraw', { params: { path } }));
            await readAgain();
          }}
        >
          <p>{t('network.withdrawText', { name: other })}</p>
        </ActButton>
      ) : null}
      {link.actions.includes('end') ? (
        <ActButton
          label={t('network.end')}
          about={other}
          look="quiet"
          title={t('network.endTitle', { name: other })}
          submit={t('network.end')}
          onSend={async () => {
            await done(api.POST('/api/organisations/{id}/network-links/{linkId}/end', { params: { path } }));
            await readAgain();
          }}
        >
          <p>{t('network.endText', { name: other })}</p>
        </ActButton>
      ) : null}
    </li>
  );
}

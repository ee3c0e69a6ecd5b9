import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { ChangeRole, RemoveMember, TransferAdministration } from './member-acts';
import { type Member, type MemberPage, membersOf } from './members.queries';

interface MemberListProps {
  readonly organisationId: string;
  readonly myAccountId: string;
}

export function MemberList({ organisationId, myAccountId }: MemberListProps) {
  const { t } = useTranslation('common');
  const members = useInfiniteQuery(membersOf(organisationId));
  if (members.isPending) return <Skeleton label={t('loading')} lines={3} shape="cards" />;
  if (members.isError) return <ErrorState level={3} error={members.error} onRetry={() => void members.refetch()} />;
  const [first] = members.data.pages;
  return (
    <div className="stack">
      <ul className="row-list">
        {members.data.pages
          .flatMap((page) => page.items)
          .map((member) => (
            <MemberRow
              key={member.accountId}
              organisationId={organisationId}
              member={member}
              isMe={member.accountId === myAccountId}
              actions={first?.actions}
            />
          ))}
      </ul>
      {members.hasNextPage ? <Button onClick={() => void members.fetchNextPage()}>{t('actions.loadMore')}</Button> : null}
    </div>
  );
}

interface MemberRowProps {
  readonly organisationId: string;
  readonly member: Member;
  readonly isMe: boolean;
  readonly actions: MemberPage['actions'] | undefined;
}

function MemberRow({ organisationId, member, isMe, actions }: MemberRowProps) {
  const { t } = useTranslation(['members', 'vocabulary']);
  const { displayName, email, role, since } = member;
  const name = displayName ?? t('members:someoneErased');
  const concerned = { organisationId, accountId: member.accountId, name };
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          {name} {isMe ? <Badge tone="enamel">{t('members:you')}</Badge> : null}
        </p>
        <p className="field-help">
          {[t(`vocabulary:role.${role}`), email, t('members:since', { day: formatInstantDay(since, currentLanguage()) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {actions?.changeMemberRole === null ? <ChangeRole {...concerned} role={role} /> : null}
      {actions?.transferAdministration === null && role !== 'administrator' ? <TransferAdministration {...concerned} /> : null}
      {actions?.removeMember === null && !isMe ? <RemoveMember {...concerned} /> : null}
    </li>
  );
}

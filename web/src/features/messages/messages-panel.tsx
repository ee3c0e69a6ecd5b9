import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { MessageFileLine } from './message-file-line';
import { MessageForm } from './message-form';
import { closeMessages, type Message, messagesOf, readMessages } from './messages.queries';
import './messages.css';

/** What applicant and owner write to one another about a file; the same on both sides. */
export function MessagesPanel({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation(['messages', 'common']);
  const client = useQueryClient();
  const list = useInfiniteQuery(messagesOf(applicationId));
  const [failure, setFailure] = useState<unknown>(null);
  const thread = list.data?.pages[0];
  const newest = thread?.items[0]?.id;
  const unread = thread?.unread ?? 0;
  useEffect(() => {
    if (newest !== undefined && unread > 0) void readMessages(client, applicationId, newest).catch(() => undefined);
  }, [client, applicationId, newest, unread]);
  const items = (list.data?.pages.flatMap((page) => page.items) ?? []).toReversed();
  const close = (closed: boolean) => void closeMessages(client, applicationId, closed).then(() => setFailure(null), setFailure);
  return (
    <Panel id="messages" title={t('messages:title')}>
      {list.isPending ? <Skeleton label={t('common:loading')} lines={3} /> : null}
      {list.isError ? <ErrorState level={3} error={list.error} onRetry={() => void list.refetch()} /> : null}
      {thread ? (
        <div className="stack">
          {list.hasNextPage ? (
            <div>
              <Button size="small" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('messages:earlier')}
              </Button>
            </div>
          ) : null}
          {items.length === 0 && thread.actions.sendMessage === null ? <p className="field-help">{t('messages:none')}</p> : null}
          <ol className="message-list">
            {items.map((message) => (
              <MessageCard key={message.id} applicationId={applicationId} message={message} />
            ))}
          </ol>
          {failure ? <ProblemNotice error={failure} /> : null}
          {thread.actions.sendMessage === null ? (
            <MessageForm applicationId={applicationId} />
          ) : (
            <Silence why={thread.actions.sendMessage} />
          )}
          {thread.actions.closeMessages === null ? (
            <div>
              <Button size="small" look="quiet" onClick={() => close(thread.closedAt === null)}>
                {thread.closedAt === null ? t('messages:close') : t('messages:open')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}

function Silence({ why }: { readonly why: string }) {
  const { t } = useTranslation('messages');
  if (why === 'messages-not-yet') return <p className="field-help">{t('notYet')}</p>;
  return <p className="field-help">{why === 'messages-closed' ? t('closed') : t('readOnly')}</p>;
}

function MessageCard({ applicationId, message }: { readonly applicationId: string; readonly message: Message }) {
  const { t } = useTranslation(['messages', 'vocabulary']);
  const { mine, who, organisation, role, text, files, at } = message;
  return (
    <li className={mine ? 'message message-mine' : 'message'}>
      <p className="message-head">
        <strong>{mine ? t('messages:you') : (who ?? t('messages:gone'))}</strong>
        <span className="field-help">
          {organisation} · {t(`vocabulary:role.${role}`)} · <time dateTime={at}>{formatMoment(at, currentLanguage())}</time>
        </span>
      </p>
      <p className="quoted">{text}</p>
      {files.length > 0 ? (
        <ul className="message-files">
          {files.map((file) => (
            <MessageFileLine key={file.id} applicationId={applicationId} file={file} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

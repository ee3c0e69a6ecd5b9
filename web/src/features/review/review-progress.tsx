import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Badge } from '../../ui/badge';
import { Panel } from '../../ui/card';
import { TextAreaField } from '../../ui/form/fields';
import { Notice } from '../../ui/notice';
import { Table } from '../../ui/table';
import { type Review, reviewOf } from './review.queries';

/** “2 of 4 locked”, file by file, and the reveal, which is the chair's. */
export function ReviewProgress({ review }: { readonly review: Review }) {
  const { t } = useTranslation('review');
  const client = useQueryClient();
  const { call, applications, actions } = review;
  const { revealedAt = null, revealReason = null, quorum = 0 } = review.review ?? {};
  return (
    <Panel id="files" title={t('desk.files')}>
      <div className="stack">
        {revealedAt === null ? (
          <Notice>
            <p>{t('desk.blind')}</p>
          </Notice>
        ) : (
          <p>
            {t('desk.revealed', { when: formatMoment(revealedAt, currentLanguage()) })}
            {revealReason === null ? null : ` ${t('desk.revealReason', { reason: revealReason })}`}
          </p>
        )}
        <Table
          caption={t('desk.files')}
          captionHidden
          rows={applications}
          rowKey={({ id }) => id}
          columns={[
            { key: 'file', header: t('desk.file'), cell: ({ number, organisation }) => `${number} — ${organisation}` },
            {
              key: 'progress',
              header: t('desk.files'),
              cell: ({ locked, readers }) => (
                <>
                  {t('desk.fileProgress', { locked, readers })}{' '}
                  {readers < quorum ? (
                    <Badge tone="amber">{t('desk.notEnough', { quorum })}</Badge>
                  ) : (
                    <Badge tone="moss">{t('desk.enough')}</Badge>
                  )}
                </>
              ),
            },
          ]}
        />
        {actions.revealScores === null ? (
          <div className="form-actions">
            <ActButton
              label={t('desk.reveal')}
              title={t('desk.reveal')}
              submit={t('desk.reveal')}
              onSend={async (answers) => {
                const body = { reason: answers['reason'] ?? '' };
                const answer = await unwrap(api.POST('/api/calls/{id}/review/reveal', { params: { path: { id: call.id } }, body }));
                client.setQueryData(reviewOf(call.id).queryKey, answer);
              }}
            >
              <p>{t('desk.revealText')}</p>
              <TextAreaField name="reason" label={t('desk.reason')} rows={2} maxLength={1000} />
            </ActButton>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

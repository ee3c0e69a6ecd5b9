import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { type OwnerTask, ownerDesk } from './instruction.queries';
import './instruction.css';

const SHOWN = 50;
const DAY_MS = 24 * 3_600_000;

/** What waits on the agents of one owner: what is assigned to the reader first, then what ends soonest. */
export function OwnerTasks({ organisationId, name }: { readonly organisationId: string; readonly name: string }) {
  const { t } = useTranslation(['instruction', 'common']);
  const desk = useQuery(ownerDesk(organisationId));
  return (
    <Panel id={`desk-${organisationId}`} title={name}>
      {desk.isPending ? <Skeleton label={t('common:loading')} lines={4} shape="cards" /> : null}
      {desk.isError ? <ErrorState level={3} error={desk.error} onRetry={() => void desk.refetch()} /> : null}
      {desk.data ? (
        <div className="stack">
          {desk.data.items.length === 0 ? <p>{t('instruction:desk.none')}</p> : null}
          {desk.data.counts.length > 0 ? (
            <p>{desk.data.counts.map(({ kind, count }) => t(`instruction:desk.count.${kind}`, { count })).join(' · ')}</p>
          ) : null}
          <ul className="row-list">
            {desk.data.items.slice(0, SHOWN).map((task) => (
              <TaskRow key={`${task.kind} ${task.applicationId ?? task.callId} ${task.since}`} task={task} now={desk.data.now} />
            ))}
          </ul>
          {desk.data.items.length > SHOWN ? <p>{t('instruction:desk.more', { count: desk.data.items.length - SHOWN })}</p> : null}
        </div>
      ) : null}
    </Panel>
  );
}

function TaskRow({ task, now }: { readonly task: OwnerTask; readonly now: string }) {
  const { t } = useTranslation('instruction');
  const { kind, title, about, deadline, since, isMine, drafts, filed } = task;
  const days = Math.max(0, Math.floor((new Date(now).getTime() - new Date(since).getTime()) / DAY_MS));
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <TaskLink task={task}>{title}</TaskLink>
        </p>
        <p className="instruction-labels">
          <Badge tone={kind === 'correction_over' || kind === 'call_closing' || kind === 'to_shortlist' ? 'amber' : 'enamel'}>
            {t(`desk.kind.${kind}`)}
          </Badge>
          {isMine ? <Badge tone="violet">{t('desk.mine')}</Badge> : null}
        </p>
        {about ? <p>{about}</p> : null}
        {kind === 'call_closing' ? (
          <p>
            {t('desk.filed', { count: filed ?? 0 })} · {t('desk.drafts', { count: drafts ?? 0 })}
          </p>
        ) : null}
        <p className="field-help">
          {deadline
            ? t(`desk.deadline.${kind}`, { when: formatDeadline(deadline, currentLanguage()) })
            : t('desk.waiting', { count: days })}
        </p>
      </div>
    </li>
  );
}

function TaskLink({ task, children }: { readonly task: OwnerTask; readonly children: string }) {
  if (task.applicationId)
    return (
      <Link to="/instruction/$applicationId" params={{ applicationId: task.applicationId }}>
        {children}
      </Link>
    );
  if (task.kind === 'to_shortlist')
    return (
      <Link to="/mes-appels/$callId/instruction" params={{ callId: task.callId ?? '' }}>
        {children}
      </Link>
    );
  return (
    <Link to="/mes-appels/$callId" params={{ callId: task.callId ?? '' }}>
      {children}
    </Link>
  );
}

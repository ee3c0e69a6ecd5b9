import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { type OwnerTask, ownerDesk } from './instruction.queries';
import './instruction.css';

/** Enough to begin the day with; the rest is asked for. */
const AT_FIRST = 8;
const SHOWN = 50;
const DAY_MS = 24 * 3_600_000;

/** What waits on the agents of one owner: what is assigned to the reader first, then what ends soonest. */
export function OwnerTasks({ organisationId, name }: { readonly organisationId: string; readonly name: string }) {
  const { t } = useTranslation(['instruction', 'common']);
  const desk = useQuery(ownerDesk(organisationId));
  const [isWhole, setWhole] = useState(false);
  if (desk.data?.items.length === 0)
    return (
      <section className="desk-quiet" aria-labelledby={`desk-${organisationId}-title`}>
        <h2 id={`desk-${organisationId}-title`}>{name}</h2>
        <p>{t('instruction:desk.none')}</p>
      </section>
    );
  const items = desk.data?.items.slice(0, SHOWN) ?? [];
  return (
    <Panel id={`desk-${organisationId}`} title={name}>
      {desk.isPending ? <Skeleton label={t('common:loading')} lines={4} shape="cards" /> : null}
      {desk.isError ? <ErrorState level={3} error={desk.error} onRetry={() => void desk.refetch()} /> : null}
      {desk.data ? (
        <div className="stack">
          {desk.data.counts.length > 0 ? (
            <p>{desk.data.counts.map(({ kind, count }) => t(`instruction:desk.count.${kind}`, { count })).join(' · ')}</p>
          ) : null}
          <ul className="desk-rows">
            {(isWhole ? items : items.slice(0, AT_FIRST)).map((task) => (
              <TaskRow key={`${task.kind} ${task.applicationId ?? task.callId} ${task.since}`} task={task} now={desk.data.now} />
            ))}
          </ul>
          {!isWhole && items.length > AT_FIRST ? (
            <Button onClick={() => setWhole(true)}>{t('instruction:desk.whole', { count: desk.data.items.length })}</Button>
          ) : null}
          {isWhole && desk.data.items.length > SHOWN ? (
            <p>{t('instruction:desk.more', { count: desk.data.items.length - SHOWN })}</p>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}

/** What ends by itself, or keeps others waiting. */
const URGENT: readonly OwnerTask['kind'][] = ['correction_over', 'call_closing', 'to_shortlist'];

function TaskRow({ task, now }: { readonly task: OwnerTask; readonly now: string }) {
  const { t } = useTranslation('instruction');
  const { kind, title, about, deadline, since, isMine, drafts, filed } = task;
  const days = Math.max(0, Math.floor((new Date(now).getTime() - new Date(since).getTime()) / DAY_MS));
  return (
    <li className="desk-row">
      <div>
        <p className="row-title">
          <TaskLink task={task}>{title}</TaskLink>
        </p>
        {about ? <p className="desk-row-about">{about}</p> : null}
        {kind === 'call_closing' ? (
          <p className="desk-row-about">
            {t('desk.filed', { count: filed ?? 0 })} · {t('desk.drafts', { count: drafts ?? 0 })}
          </p>
        ) : null}
      </div>
      <div className="desk-row-state">
        <Badge tone={URGENT.includes(kind) ? 'amber' : 'enamel'}>{t(`desk.kind.${kind}`)}</Badge>
        {isMine ? <Badge tone="violet">{t('desk.mine')}</Badge> : null}
        <span className="field-help">
          {deadline
            ? t(`desk.deadline.${kind}`, { when: formatDeadline(deadline, currentLanguage()) })
            : t('desk.waiting', { count: days })}
        </span>
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

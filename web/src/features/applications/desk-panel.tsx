import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import { Panel } from '../../ui/card';
import { Countdown } from '../../ui/countdown';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { type DeskItem, myDesk } from './applications.queries';

const TONES: Readonly<Record<DeskItem['waits'][number], Tone>> = {
  correct: 'brick',
  file: 'amber',
  fileAgain: 'amber',
  readResult: 'violet',
  readMessages: 'enamel',
};

/** What is waiting on the reader, whatever the organisation: the nearest deadline first. */
export function DeskPanel() {
  const { t } = useTranslation(['applications', 'common']);
  const desk = useQuery(myDesk());
  return (
    <Panel id="desk" title={t('applications:desk.title')}>
      {desk.isPending ? <Skeleton label={t('common:loading')} lines={2} shape="cards" /> : null}
      {desk.isError ? <ErrorState level={3} error={desk.error} onRetry={() => void desk.refetch()} /> : null}
      {desk.data?.items.length === 0 ? <p>{t('applications:desk.none')}</p> : null}
      {desk.data && desk.data.items.length > 0 ? (
        <ul className="row-list">
          {desk.data.items.map((item) => (
            <DeskRow key={item.application.id} item={item} now={desk.data.now} />
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}

function DeskRow({ item, now }: { readonly item: DeskItem; readonly now: string }) {
  const { t } = useTranslation('applications');
  const { application, waits, deadline, missing, unread } = item;
  const { id, title, target, organisation } = application;
  const isWritten = waits.some((wait) => wait === 'file' || wait === 'fileAgain' || wait === 'correct');
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Link to="/mes-candidatures/$applicationId" params={{ applicationId: id }}>
            {title}
          </Link>
        </p>
        <p className="badge-row">
          {waits.map((wait) => (
            <Badge key={wait} tone={TONES[wait]}>
              {t(`desk.${wait}`, { count: wait === 'readMessages' ? unread : 1 })}
            </Badge>
          ))}
        </p>
        <p>
          {t(target.kind === 'call' ? 'forCall' : 'forPlace', { name: target.title })} · {organisation.name}
        </p>
        {deadline ? (
          <p>
            {t('desk.before', { when: formatDeadline(deadline, currentLanguage()) })} {t('left')}{' '}
            <Countdown until={deadline} serverNow={now} />
          </p>
        ) : null}
        {isWritten ? <p>{missing > 0 ? t('desk.missing', { count: missing }) : t('desk.complete')}</p> : null}
      </div>
    </li>
  );
}

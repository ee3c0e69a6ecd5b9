import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EvidenceQueue } from '../../features/moderation/evidence-queue';
import { QUEUES } from '../../features/moderation/moderation.queries';
import { ModeratorPage } from '../../features/moderation/moderator-page';
import { QueueList } from '../../features/moderation/queue-list';
import { SitesQueue } from '../../features/moderation/sites-queue';
import { ProposalsToDecide } from '../../features/sites/proposals/proposals-to-decide';
import { RolesQueue } from '../../features/sites/roles/roles-queue';
import { StandingQueue } from '../../features/sites/standing/standing-queue';
import { Panel } from '../../ui/card';
import { LinkButton } from '../../ui/link-button';

const route = getRouteApi('/moderation');

export function ModerationPage() {
  const { t } = useTranslation(['moderation', 'roles', 'desk', 'participation']);
  const { state = 'claimed' } = route.useSearch();
  return (
    <ModeratorPage title={t('moderation:title')} lead={t('moderation:lead')}>
      <nav aria-label={t('moderation:queue.states')}>
        <ul className="part-list">
          {QUEUES.map((queue) => (
            <li key={queue}>
              <Link
                to="/moderation"
                search={queue === 'claimed' ? {} : { state: queue }}
                className={queue === state ? 'part-link active' : 'part-link'}
                activeProps={{ className: '' }}
                aria-current={queue === state ? 'page' : undefined}
              >
                {t(`moderation:queue.tab.${queue}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <QueueList state={state} />
      <Panel id="sites" title={t('desk:moderation.title')}>
        <SitesQueue />
      </Panel>
      <Panel id="evidence" title={t('moderation:evidence.title')}>
        <EvidenceQueue />
      </Panel>
      <Panel id="roles" title={t('roles:queue.title')}>
        <RolesQueue />
      </Panel>
      <Panel id="proposals" title={t('participation:decide.queueTitle')}>
        <ProposalsToDecide organisationId={null} />
      </Panel>
      <Panel id="standing" title={t('participation:standing.queueTitle')}>
        <StandingQueue />
      </Panel>
      <div className="form-actions">
        <LinkButton to="/moderation/journal">{t('moderation:journal.title')}</LinkButton>
      </div>
    </ModeratorPage>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Badge } from '../../../ui/badge';
import { Panel } from '../../../ui/card';
import { ErrorState } from '../../../ui/error-state';
import { Skeleton } from '../../../ui/skeleton';
import type { ProjectMatch, WhatIf } from '../match-types';
import { projectsForPlace } from '../matching.queries';
import './mirror.css';

/** The match seen from the place: which public projects it would suit, and what would open it to others. */
export function FittingProjects({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation(['place', 'common']);
  const { data, error, isPending, refetch } = useQuery(projectsForPlace(siteId));
  return (
    <Panel title={t('place:mirror.title')} id="projects">
      {isPending ? <Skeleton label={t('common:loading')} /> : null}
      {error ? <ErrorState level={3} error={error} onRetry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? <p>{t('place:mirror.none')}</p> : null}
      {data && data.items.length > 0 ? (
        <ul className="lead-list">
          {data.items.map((match) => (
            <ProjectRow key={match.project.id} match={match} />
          ))}
        </ul>
      ) : null}
      {data ? <Openings whatIf={data.whatIf} /> : null}
    </Panel>
  );
}

function ProjectRow({ match }: { readonly match: ProjectMatch }) {
  const { t } = useTranslation(['place', 'vocabulary', 'common']);
  const { project } = match;
  return (
    <li className="lead-row">
      <p className="match-badges">
        <Badge>{t(`vocabulary:eligibility.${match.eligibility}`)}</Badge>
        {project.activity ? <Badge>{t(`vocabulary:activity.${project.activity}`)}</Badge> : null}
        {project.demo ? <Badge tone="violet">{t('common:demo.label')}</Badge> : null}
      </p>
      <h3>{project.name}</h3>
      <p className="lead-name">
        <span>{project.organisation}</span>
      </p>
      {project.publicSummary ? <p>{project.publicSummary}</p> : null}
      <p className="match-sentence">{match.summary}</p>
      {match.changes.length > 0 ? <p>{t('place:mirror.change', { changes: match.changes.join(' ; ') })}</p> : null}
    </li>
  );
}

function Openings({ whatIf }: { readonly whatIf: readonly WhatIf[] }) {
  const { t } = useTranslation('place');
  const opening = whatIf
    .map(({ id, label, offered, ownerKnown }) => ({ id, label, count: offered + ownerKnown }))
    .filter(({ count }) => count > 0);
  if (opening.length === 0) return null;
  return (
    <>
      <h3>{t('mirror.openings')}</h3>
      <ul>
        {opening.map(({ id, label, count }) => (
          <li key={id}>{t('mirror.opening', { label, count, formatted: formatNumber(count, currentLanguage()) })}</li>
        ))}
      </ul>
    </>
  );
}

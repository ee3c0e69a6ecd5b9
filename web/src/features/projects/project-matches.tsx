import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { matchesOf } from './projects.queries';

/** The places that suit the project today, the best of each sort, and the way to all of them. */
export function ProjectMatches({ projectId, all }: { readonly projectId: string; readonly all: ReactNode }) {
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  const { data, error, isPending, refetch } = useQuery(matchesOf(projectId));
  const sections = data?.sections ?? [];
  return (
    <Panel id="matches" title={t('projects:section.matches')}>
      <div className="stack">
        {isPending ? <Skeleton label={t('common:loading')} shape="cards" lines={3} /> : null}
        {error ? <ErrorState level={3} error={error} onRetry={() => void refetch()} /> : null}
        {data && sections.length === 0 ? <p>{t('projects:matches.none', { count: data.leads.total })}</p> : null}
        {sections.map(({ shelf, eligibility, total, items }) => (
          <section key={`${shelf} ${eligibility}`} className="stack">
            <h3>
              {t(`projects:matches.shelf.${shelf}`)} · {t(`vocabulary:eligibility.${eligibility}`)}{' '}
              <span className="section-count numeric">{total}</span>
            </h3>
            <ul className="row-list">
              {items.map(({ site, summary }) => (
                <li key={site.id} className="row">
                  <div className="row-words">
                    <p className="row-title">
                      <Link to="/lieux/$siteId" params={{ siteId: site.id }}>
                        {site.name}
                      </Link>{' '}
                      {site.demo ? <Badge tone="violet">{t('common:demo.label')}</Badge> : null}
                    </p>
                    {site.commune ? <p>{site.commune.name}</p> : null}
                    <p>{summary}</p>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {data ? all : null}
      </div>
    </Panel>
  );
}

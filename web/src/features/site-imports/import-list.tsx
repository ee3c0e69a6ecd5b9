import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { importsOf, type SiteImportLine } from './site-imports.queries';

const TONES: Readonly<Record<SiteImportLine['state'], Tone>> = {
  reading: 'enamel',
  to_check: 'amber',
  committing: 'enamel',
  done: 'moss',
  undoing: 'enamel',
  undone: 'neutral',
  failed: 'brick',
  dropped: 'neutral',
};

export function ImportBadge({ state }: { readonly state: SiteImportLine['state'] }) {
  const { t } = useTranslation('imports');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}

/** The imports of one organisation, the latest first. */
export function ImportList({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation(['imports', 'common']);
  const imports = useInfiniteQuery(importsOf(organisationId));
  if (imports.isPending) return <Skeleton label={t('common:loading')} lines={2} />;
  if (imports.isError) return <ErrorState level={3} error={imports.error} onRetry={() => void imports.refetch()} />;
  const items = imports.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p>{t('imports:list.none')}</p>;
  return (
    <div className="stack">
      <ul className="row-list">
        {items.map((item) => (
          <li key={item.id} className="row">
            <div className="row-words">
              <p className="row-title">
                <Link to="/mes-lieux/import/$importId" params={{ importId: item.id }}>
                  {item.title}
                </Link>
              </p>
              <p>
                {formatMoment(item.createdAt, currentLanguage())}
                {item.sentBy ? ` · ${item.sentBy}` : ''}
              </p>
              {item.totals ? <p>{t('imports:list.counts', { ...item.totals })}</p> : null}
            </div>
            <ImportBadge state={item.state} />
          </li>
        ))}
      </ul>
      {imports.hasNextPage ? <Button onClick={() => void imports.fetchNextPage()}>{t('common:actions.loadMore')}</Button> : null}
    </div>
  );
}

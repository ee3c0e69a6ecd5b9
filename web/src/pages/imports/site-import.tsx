import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ImportDesk } from '../../features/site-imports/import-desk';
import { importById } from '../../features/site-imports/site-imports.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';

const route = getRouteApi('/mes-lieux/import/$importId');

export function SiteImportPage() {
  return <RequireSignIn>{() => <OneImport />}</RequireSignIn>;
}

function OneImport() {
  const { t } = useTranslation('imports');
  const { importId } = route.useParams();
  const { data } = useQuery(importById(importId));
  const title = data ? t('oneTitle', { title: data.title }) : t('title');
  usePageTitle(title);
  return (
    <div className="page stack">
      <header className="parts-head">
        <h1 tabIndex={-1}>{title}</h1>
        {data ? <p className="lead">{data.organisation.name}</p> : null}
      </header>
      <ImportDesk id={importId} />
    </div>
  );
}

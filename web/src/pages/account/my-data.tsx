import { useTranslation } from 'react-i18next';
import { ErasurePanel } from '../../features/accounts/mine/erasure-panel';
import { ExportPanel } from '../../features/accounts/mine/export-panel';
import { RetentionTable } from '../../features/privacy/retention-table';
import { usePageTitle } from '../../lib/page-title';
import { Panel } from '../../ui/card';
import { LinkButton } from '../../ui/link-button';
import { AccountPage } from './account-page';

export function MyDataPage() {
  const { t } = useTranslation('account');
  return (
    <AccountPage title={t('nav.data')} lead={t('data.lead')}>
      {() => (
        <>
          <Panel id="export" title={t('data.exportTitle')}>
            <ExportPanel />
          </Panel>
          <Panel id="retention" title={t('data.retentionTitle')}>
            <RetentionTable />
          </Panel>
          <Panel id="erasure" title={t('erasure.title')}>
            <ErasurePanel />
          </Panel>
        </>
      )}
    </AccountPage>
  );
}

/** Where one arrives once nothing is left of the account. */
export function AccountErasedPage() {
  const { t } = useTranslation(['account', 'common']);
  usePageTitle(t('account:erased.title'));
  return (
    <div className="page prose">
      <h1 tabIndex={-1}>{t('account:erased.title')}</h1>
      <p className="lead">{t('account:erased.text')}</p>
      <LinkButton to="/">{t('common:actions.backHome')}</LinkButton>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';

export function NoOrganisation() {
  const { t } = useTranslation('keep');
  return (
    <EmptyState
      title={t('noOrganisation.title')}
      actions={
        <LinkButton to="/organisations" look="primary">
          {t('noOrganisation.act')}
        </LinkButton>
      }
    >
      <p>{t('noOrganisation.text')}</p>
    </EmptyState>
  );
}

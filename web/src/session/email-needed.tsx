import { useTranslation } from 'react-i18next';
import { LinkButton } from '../ui/link-button';
import { Notice } from '../ui/notice';

/** Said before a form is filled rather than after: acting for an organisation needs a confirmed address. */
export function EmailNeeded() {
  const { t } = useTranslation(['session', 'errors']);
  return (
    <Notice
      tone="warning"
      title={t('session:emailNeeded.title')}
      actions={
        <LinkButton to="/mon-compte" size="small" look="primary">
          {t('errors:way.verifyEmail')}
        </LinkButton>
      }
    >
      <p>{t('session:emailNeeded.text')}</p>
    </Notice>
  );
}

import { useTranslation } from 'react-i18next';
import { ClosedLine } from '../../../ui/closed-line';
import { EmptyState } from '../../../ui/empty-state';

/** Nothing on offer answers this need: said plainly, without dressing up leads as places. */
export function NothingOffered({ hasLeads, couldOpen }: { readonly hasLeads: boolean; readonly couldOpen: boolean }) {
  const { t } = useTranslation('results');
  return (
    <EmptyState
      title={t('nothing.title')}
      drawing={<ClosedLine />}
      actions={
        <>
          <a className="button button-primary" href="#garder">
            {t('nothing.keep')}
          </a>
          {couldOpen ? (
            <a className="button button-secondary" href="#assouplir">
              {t('nothing.relax')}
            </a>
          ) : null}
        </>
      }
    >
      <p>{t('nothing.text')}</p>
      {hasLeads ? <p>{t('nothing.leads')}</p> : null}
    </EmptyState>
  );
}

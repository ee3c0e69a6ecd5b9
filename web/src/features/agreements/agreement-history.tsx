import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { agreements } from '../../text/fr/agreements';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { Disclosure } from '../../ui/disclosure';
import { ErrorState } from '../../ui/error-state';
import { historyOfAgreement } from './agreements.queries';

type Act = Exclude<keyof typeof agreements.history, 'calendar' | 'someone'>;
const CALENDAR: readonly string[] = ['started', 'reminder_12', 'reminder_6', 'reminder_3', 'report_due', 'over'];

/** Who did what, and when. */
export function AgreementHistory({ id }: { readonly id: string }) {
  const { t } = useTranslation(['agreements', 'common']);
  const history = useInfiniteQuery(historyOfAgreement(id));
  const lines = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Disclosure summary={t('agreements:part.history')}>
      {history.isError ? <ErrorState level={3} error={history.error} onRetry={() => void history.refetch()} /> : null}
      <ol className="agreement-list">
        {lines.map(({ id: lineId, action, who, at, reason }) => {
          const act = action in agreements.history ? (action as Act) : 'other';
          const by = CALENDAR.includes(action) ? t('agreements:history.calendar') : (who ?? t('agreements:history.someone'));
          return (
            <li key={lineId}>
              <p>
                <strong>{t(`agreements:history.${act}`)}</strong> · {by} · {formatMoment(at, currentLanguage())}
              </p>
              {reason === null ? null : <p className="agreement-said">{reason}</p>}
            </li>
          );
        })}
      </ol>
      {history.hasNextPage ? <Button onClick={() => void history.fetchNextPage()}>{t('common:actions.loadMore')}</Button> : null}
    </Disclosure>
  );
}

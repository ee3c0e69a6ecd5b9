import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice';
import type { LegalOutcome } from './law.queries';

const CLOSED: readonly string[] = ['may_not_award', 'outside_tool', 'not_for_sale'];

/** The path, why it is that one, its source. */
export function LawOutcome({ outcome }: { readonly outcome: LegalOutcome }) {
  const { t } = useTranslation('law');
  return (
    <Notice tone={CLOSED.includes(outcome.path) ? 'warning' : 'info'} title={outcome.title}>
      <p>{outcome.text}</p>
      {outcome.strictBecause.length > 0 ? (
        <>
          <p>{t('strict')}</p>
          <ul>
            {outcome.strictBecause.map((reason) => (
              <li key={reason}>{t(`strictReason.${reason}`)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="law-source">{t('article', { article: outcome.article })}</p>
    </Notice>
  );
}

import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { MatchResults } from '../match-types';
import { countsOf } from '../results/sections';

/** What the answers given so far would find: real counts, refreshed at each step. */
export function NeedPreview({ results }: { readonly results: MatchResults | undefined }) {
  const { t } = useTranslation('need');
  if (!results) return null;
  const counts = countsOf(results);
  const number = (count: number) => formatNumber(count, currentLanguage());
  return (
    <section className="panel need-preview" aria-live="polite" aria-label={t('preview.title')}>
      <h2>{t('preview.title')}</h2>
      <ul className="preview-counts">
        {(['fits', 'toConfirm', 'nearly', 'leads'] as const).map((key) => (
          <li key={key} className={counts[key] === 0 ? 'preview-none' : undefined}>
            <strong className="numeric">{number(counts[key])}</strong> {t(`preview.${key}`, { count: counts[key] })}
          </li>
        ))}
      </ul>
    </section>
  );
}

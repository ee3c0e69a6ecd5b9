import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Badge } from '../../../ui/badge';
import type { SiteStanding } from './standing.queries';

const TONES = { known: 'moss', contested: 'brick', unknown: 'neutral' } as const;

/** What is known of it and from whom; what the keeper says stands beside it. */
export function StandingWords({ standing: { status, standing, people, on, answers, keeper } }: { readonly standing: SiteStanding }) {
  const { t } = useTranslation(['place', 'vocabulary']);
  const language = currentLanguage();
  return (
    <div className="stack">
      <p>
        <Badge tone={TONES[status]}>
          {standing ? t(`vocabulary:standsThere.${standing}`) : t(`place:standing.${status === 'contested' ? 'contested' : 'unknown'}`)}
        </Badge>
      </p>
      {standing && on ? <p>{t('place:standing.known', { count: people, day: formatDay(on, language) })}</p> : null}
      {status === 'contested' ? <p>{t('place:standing.contestedText')}</p> : null}
      {status === 'unknown' ? <p>{t(answers === 0 ? 'place:standing.none' : 'place:standing.one')}</p> : null}
      {keeper ? (
        <p>
          {t('place:standing.keeper', { word: t(`vocabulary:standsThere.${keeper.says}`), day: formatDay(keeper.on, language) })}
          {keeper.note ? ` ${t('place:standing.keeperNote', { note: keeper.note })}` : null}
        </p>
      ) : null}
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Button } from '../../../ui/button';
import type { Match, MatchSection } from '../match-types';
import { moreMatches } from '../matching.queries';
import { type CardContext, MatchCard } from './match-card';

interface MatchGroupProps {
  readonly section: MatchSection;
  readonly context: CardContext;
  /** Several sections under one title each get a sub-heading. */
  readonly titled: boolean;
}

/** One section of the server's answer, read on page after page. */
export function MatchGroup({ section, context, titled }: MatchGroupProps) {
  const { t } = useTranslation(['results', 'common']);
  const { matches, hasMore, loading, showMore } = useMatches(section, context);
  const language = currentLanguage();
  return (
    <>
      {titled ? (
        <h3 className="group-title">
          {t(`results:group.${section.eligibility}`, { count: section.total, formatted: formatNumber(section.total, language) })}
        </h3>
      ) : null}
      <ul className="match-list">
        {matches.map((match) => (
          <li key={match.site.id}>
            <MatchCard match={match} context={context} level={titled ? 4 : 3} />
          </li>
        ))}
      </ul>
      {hasMore ? (
        <div className="results-more no-print">
          <p>{t('results:group.shown', { shown: formatNumber(matches.length, language), total: formatNumber(section.total, language) })}</p>
          <Button disabled={loading} onClick={() => void showMore()}>
            {loading ? t('common:loading') : t('common:actions.loadMore')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function useMatches(section: MatchSection, { need }: CardContext) {
  const client = useQueryClient();
  const [added, setAdded] = useState<{ readonly to: MatchSection; readonly items: readonly Match[]; readonly next: string | null } | null>(
    null,
  );
  const [loading, setLoading] = useState(false);
  // Pages read on from an earlier answer are forgotten as soon as the answer changes.
  const current = added?.to === section ? added : { to: section, items: [], next: section.next };
  const showMore = async () => {
    if (current.next === null) return;
    setLoading(true);
    try {
      const page = await client.query(moreMatches(need, section, current.next));
      setAdded({ to: section, items: [...current.items, ...page.items], next: page.next });
    } finally {
      setLoading(false);
    }
  };
  return { matches: [...section.items, ...current.items], hasMore: current.next !== null, loading, showMore };
}

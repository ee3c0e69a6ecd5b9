import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { myReviews } from './review.queries';

/** The juries one is in, on the desk; nothing for those who are in none. */
export function DeskReviews({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('review');
  const juries = useQuery(myReviews()).data?.items.filter(({ state }) => state === 'invited' || state === 'accepted') ?? [];
  if (juries.length === 0) return null;
  return (
    <Panel id="desk-reviews" title={t('mine.title')} tone={juries.some(({ state }) => state === 'invited') ? 'amber' : 'plain'}>
      <div className="stack">
        <ul className="stack">
          {juries.map(({ reviewerId, call, state, readings, dueOn, ...review }) => {
            const asked = readings.filter((reading) => reading.state !== 'conflict_declared');
            const done = asked.filter((reading) => reading.state === 'locked' || reading.state === 'revealed').length;
            const said = { owner: call.owner.name, function: review.function, day: formatDay(dueOn, currentLanguage()) };
            return (
              <li key={reviewerId}>
                <strong>{call.title}</strong>
                <br />
                {state === 'invited' ? t('mine.invited', said) : `${t('mine.as', said)} ${t('mine.done', { done, asked: asked.length })}`}
              </li>
            );
          })}
        </ul>
        {children}
      </div>
    </Panel>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Panel } from '../../../ui/card';
import { ErrorState } from '../../../ui/error-state';
import { Notice } from '../../../ui/notice';
import { ProblemNotice } from '../../../ui/problem-notice';
import { Skeleton } from '../../../ui/skeleton';
import { PhotoOfAnswer } from './photo-of-answer';
import { answerStanding, type Standing, standingOf, STANDINGS } from './standing.queries';
import { StandingWords } from './standing-words';
import './standing.css';

interface StandingPanelProps {
  readonly siteId: string;
  /** Who keeps the place answers on its own page. */
  readonly isKeeper: boolean;
}

/** “What stands there today?”: one tap, no account. */
export function StandingPanel({ siteId, isKeeper }: StandingPanelProps) {
  const { t } = useTranslation(['place', 'vocabulary', 'common']);
  const client = useQueryClient();
  const standing = useQuery(standingOf(siteId));
  const [answered, setAnswered] = useState<{ readonly answer: Standing; readonly photoUrl: string } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);

  const answer = async (word: Standing) => {
    setSending(true);
    setFailure(null);
    try {
      const { standing: now, photoUrl } = await answerStanding(siteId, word);
      client.setQueryData(standingOf(siteId).queryKey, now);
      setAnswered({ answer: word, photoUrl });
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Panel id="standing" title={t('place:standing.title')}>
      {standing.isPending ? <Skeleton label={t('common:loading')} lines={2} /> : null}
      {standing.isError ? <ErrorState level={3} error={standing.error} onRetry={() => void standing.refetch()} /> : null}
      {standing.data ? <StandingWords standing={standing.data} /> : null}
      {isKeeper ? <p className="field-help">{t('place:standing.yours')}</p> : null}
      {isKeeper || standing.data === undefined ? null : (
        <div className="standing-question no-print">
          <p id="standing-question">{t('place:standing.question')}</p>
          <div className="standing-answers" role="group" aria-labelledby="standing-question">
            {STANDINGS.map((word) => (
              <Button
                key={word}
                disabled={isSending}
                aria-pressed={answered?.answer === word}
                look={answered?.answer === word ? 'primary' : 'secondary'}
                onClick={() => void answer(word)}
              >
                {t(`vocabulary:standsThere.${word}`)}
              </Button>
            ))}
          </div>
          {failure ? <ProblemNotice error={failure} /> : null}
          {answered ? (
            <Notice tone="good" role="status" title={t('place:standing.thanksTitle')}>
              <p>{t('place:standing.thanks')}</p>
            </Notice>
          ) : (
            <p className="field-help">{t('place:standing.privacy')}</p>
          )}
          {answered ? <PhotoOfAnswer photoUrl={answered.photoUrl} /> : null}
        </div>
      )}
    </Panel>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { readFailure } from '../../api/problem';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { ProblemNotice } from '../../ui/problem-notice';
import { RefusalNote } from '../../ui/refusal-note';
import { questionFieldId } from './answers/question-field';
import { type Application, applicationById } from './applications.queries';
import { FilingBanner } from './filing-banner';

const RULES = [
  'application-incomplete',
  'application-not-eligible',
  'call-not-open',
  'application-late',
  'application-not-shortlisted',
  'application-state-forbids',
  'place-not-on-offer',
  'correction-late',
];

/** What is missing, what excludes, and the button that files. */
export function ReviewPanel({ application, onFiled }: { readonly application: Application; readonly onFiled: () => void }) {
  const { t } = useTranslation('applications');
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const { review, actions, filed, state, id } = application;
  const missing = review.sections.filter(({ faults }) => faults.length > 0);
  const excluding = review.eligibility.filter(({ verdict }) => verdict === 'not_met');
  const why = actions.fileApplication;
  const { step } = application.target;
  const isCorrecting = state === 'correction_requested';
  const isDone = state === 'filed' && filed?.current === true;
  const toQuestion = (question: string) => `/mes-candidatures/${id}#${questionFieldId(question)}`;

  const file = async () => {
    setSending(true);
    setFailure(null);
    try {
      const answer = await unwrap(
        api.POST('/api/applications/{id}/file', { params: { path: { id } }, body: { version: application.version } }),
      );
      client.setQueryData(applicationById(id).queryKey, answer);
      await client.invalidateQueries({ queryKey: ['applications', 'of'] });
      onFiled();
    } catch (error) {
      setFailure(error);
      // What a colleague wrote meanwhile is read again before it is filed.
      if (readFailure(error).problem?.code === 'changed-meanwhile')
        await client.invalidateQueries({ queryKey: applicationById(id).queryKey });
    } finally {
      setSending(false);
    }
  };
  return (
    <div className="stack">
      <FilingBanner application={application} isReviewing />
      <Panel id="missing" title={t('review.missingTitle')}>
        {missing.length === 0 && !review.lotMissing ? <p>{t('review.nothingMissing')}</p> : null}
        <ul>
          {review.lotMissing ? (
            <li>
              <a href={`/mes-candidatures/${id}#lots`}>{t('review.lotMissing')}</a>
            </li>
          ) : null}
          {missing.flatMap((section) =>
            section.faults.map(({ question, label, faults }) => (
              <li key={question}>
                <Link to="/mes-candidatures/$applicationId" params={{ applicationId: id }} hash={questionFieldId(question)}>
                  {label}
                </Link>{' '}
                — {faults.map((fault) => t(`fault.${fault}`)).join(', ')}
              </li>
            )),
          )}
        </ul>
      </Panel>
      {review.eligibility.length > 0 ? (
        <Panel id="eligibility" title={t('review.eligibilityTitle')}>
          {excluding.length > 0 ? (
            <Notice tone="bad" title={t('review.excluded')}>
              <ul>
                {excluding.map((rule) => (
                  <li key={rule.id}>
                    {rule.explanation} <a href={toQuestion(rule.question)}>{t('review.correct')}</a>
                  </li>
                ))}
              </ul>
            </Notice>
          ) : (
            <p>{t(review.eligibility.every(({ verdict }) => verdict === 'met') ? 'review.eligible' : 'review.eligibleUnknown')}</p>
          )}
        </Panel>
      ) : null}
      <Panel id="file" title={t('review.fileTitle')} tone="enamel">
        <div className="stack">
          {failure ? <ProblemNotice error={failure} /> : null}
          {isDone ? (
            <p>{t('review.done')}</p>
          ) : why === null ? (
            <>
              <p>{t(isCorrecting ? 'correction.ready' : step === 'first' ? 'steps.ready' : 'review.ready')}</p>
              <div>
                <Button look="primary" disabled={isSending} onClick={() => void file()}>
                  {t(isSending ? 'review.sending' : isCorrecting ? 'correction.file' : step === 'first' ? 'steps.file' : 'review.file')}
                </Button>
              </div>
            </>
          ) : RULES.includes(why) ? (
            <p>{t(`why.${why as 'application-late'}`)}</p>
          ) : (
            <RefusalNote code={why} />
          )}
        </div>
      </Panel>
    </div>
  );
}

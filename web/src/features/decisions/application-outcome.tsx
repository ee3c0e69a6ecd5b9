import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { TextAreaField } from '../../ui/form/fields';
import { LinkButton } from '../../ui/link-button';
import { AuthorityFields, authorityOf } from './authority-fields';
import { DecideAgain } from './decide-again';
import { OutcomeBadge } from './decision-words';
import { type ApplicationDecision, decisionOf } from './decisions.queries';

interface ApplicationOutcomeProps {
  readonly applicationId: string;
  readonly decision: ApplicationDecision;
}

/** What became of a file, its letters, and what can still be done about it. */
export function ApplicationOutcome({ applicationId, decision }: ApplicationOutcomeProps) {
  const { t } = useTranslation('decisions');
  const client = useQueryClient();
  const { letters, lines, resultsOf, actions } = decision;
  const params = { path: { id: applicationId } };
  const keep = async (answer: Promise<ApplicationDecision>) => {
    client.setQueryData(decisionOf(applicationId).queryKey, await answer);
    await client.invalidateQueries({ queryKey: ['applications'] });
  };
  const reopened = lines.filter(({ outcome }) => outcome === 'reopened');
  const can = (code: string | null) => code === null || code === 'fresh-sign-in-needed';
  return (
    <Panel id="decision" title={t('mine.title')}>
      <div className="stack">
        {letters.length === 0 && lines.length === 0 ? <p>{t('mine.none')}</p> : null}
        <ul>
          {lines.map(({ lot, outcome, waitingRank }) => (
            <li key={lot?.id ?? 'all'}>
              {lot === null ? null : `${lot.name} : `}
              <OutcomeBadge outcome={outcome} />
              {waitingRank === null ? null : ` ${t('mine.waiting', { rank: waitingRank })}`}
            </li>
          ))}
        </ul>
        {letters.length > 0 ? (
          <>
            <h3>{t('mine.letters')}</h3>
            <ul>
              {letters.map(({ id, title, at }) => (
                <li key={id}>
                  <a href={`/api/letters/${id}`} download>
                    {t('mine.letter', { title, day: formatInstantDay(at, currentLanguage()) })}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <div className="form-actions">
          {resultsOf === null ? null : (
            <LinkButton to="/appels/$callId/resultats" params={{ callId: resultsOf }}>
              {t('mine.results')}
            </LinkButton>
          )}
          {actions.giveUpAward === null ? (
            <ActButton
              label={t('mine.giveUp')}
              look="quiet"
              title={t('mine.giveUp')}
              submit={t('mine.giveUp')}
              onSend={(answers) =>
                keep(unwrap(api.POST('/api/applications/{id}/give-up', { params, body: { reason: answers['reason'] ?? '' } })))
              }
            >
              <p>{t('mine.giveUpText')}</p>
              <TextAreaField name="reason" label={t('mine.giveUpReason')} rows={2} maxLength={1000} />
            </ActButton>
          ) : null}
          {can(actions.reopenApplication) ? (
            <ActButton
              label={t('mine.reopen')}
              look="quiet"
              title={t('mine.reopen')}
              submit={t('mine.reopen')}
              onSend={(answers) => {
                const body = { ...authorityOf(answers), reason: answers['reason'] ?? '' };
                return keep(unwrap(api.POST('/api/applications/{id}/reopen', { params, body })));
              }}
            >
              <p>{t('mine.reopenText')}</p>
              {lines.some(({ outcome }) => outcome === 'selected') ? <p>{t('mine.reopenFrees')}</p> : null}
              <AuthorityFields />
              <TextAreaField name="reason" label={t('award.reason')} rows={2} maxLength={1000} />
            </ActButton>
          ) : null}
          {can(actions.decideAgain)
            ? reopened.map((line) => (
                <DecideAgain
                  key={line.lot?.id ?? 'all'}
                  applicationId={applicationId}
                  line={line}
                  criteria={decision.criteria}
                  onDecided={keep}
                />
              ))
            : null}
        </div>
      </div>
    </Panel>
  );
}

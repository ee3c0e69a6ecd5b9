import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatDay, formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { Disclosure } from '../../ui/disclosure';
import { TextAreaField } from '../../ui/form/fields';
import { LinkButton } from '../../ui/link-button';
import { RefusalNote } from '../../ui/refusal-note';
import { AuthorityFields, authorityOf } from './authority-fields';
import { type Award, awardOf } from './decisions.queries';

const ABOUT_ACCESS = ['role-too-low', 'organisation-not-ready', 'second-factor-needed'];

/** Proposed, decided, published: what can be done now, and what it entails. */
export function DecisionSteps({ award }: { readonly award: Award }) {
  const { t } = useTranslation('decisions');
  const client = useQueryClient();
  const { call, actions, decision, publishedAt, faults, lots } = award;
  const params = { path: { id: call.id } };
  const language = currentLanguage();
  const keep = async (answer: Promise<Award>) => {
    client.setQueryData(awardOf(call.id).queryKey, await answer);
    await client.invalidateQueries({ queryKey: ['calls'] });
  };
  const lotName = (id: string | null) => lots.find((lot) => lot.id === id)?.name ?? t('award.wholeCall');
  const isWritten = call.state === 'under_review' && actions.saveAward === null && !award.drafted;
  const minutesMissing = actions.proposeAward === 'review-minutes-missing';
  const refused = call.state === 'award_proposed' ? ABOUT_ACCESS.find((code) => code === actions.decideAward) : undefined;
  return (
    <Panel id="steps" title={t('award.title')} tone="enamel">
      <div className="stack">
        {decision === null ? null : (
          <p>
            {t('award.decided', {
              authorityName: decision.authorityName,
              authorityFunction: decision.authorityFunction,
              reference: decision.reference,
              day: formatDay(decision.decidedOn, language),
            })}
          </p>
        )}
        {call.state === 'award_proposed' ? <p>{t('award.waitingDecision')}</p> : null}
        {refused === undefined ? null : <RefusalNote code={refused} />}
        {publishedAt === null ? null : <p>{t('award.published', { when: formatMoment(publishedAt, language) })}</p>}
        {call.state === 'under_review' && faults.length > 0 && !award.drafted ? (
          <>
            <p>{t('award.faults')}</p>
            <ul>
              {faults.map(({ lot, fault }) => (
                <li key={`${lot ?? ''}-${fault}`}>
                  {lotName(lot)} : {t(`fault.${fault}`)}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {isWritten && minutesMissing ? (
          <p>
            {t('award.minutesMissing')}{' '}
            <Link to="/mes-appels/$callId/evaluation" params={{ callId: call.id }} hash="minutes">
              {t('award.writeMinutes')}
            </Link>
          </p>
        ) : null}
        <div className="form-actions">
          {isWritten && !minutesMissing ? (
            <ActButton
              label={t('award.propose')}
              look="primary"
              title={t('award.propose')}
              submit={t('award.propose')}
              onSend={() => keep(unwrap(api.POST('/api/calls/{id}/award/propose', { params })))}
            >
              <p>{t('award.proposeText')}</p>
            </ActButton>
          ) : null}
          {call.state === 'award_proposed' && (actions.decideAward === null || actions.decideAward === 'fresh-sign-in-needed') ? (
            <ActButton
              label={t('award.decide')}
              look="primary"
              title={t('award.decide')}
              submit={t('award.decide')}
              onSend={(answers) => keep(unwrap(api.POST('/api/calls/{id}/award/decide', { params, body: authorityOf(answers) })))}
            >
              <p>{t('award.decideText')}</p>
              <AuthorityFields />
            </ActButton>
          ) : null}
          {actions.takeBackAward === null ? (
            <ActButton
              label={t('award.takeBack')}
              look="quiet"
              title={t('award.takeBack')}
              submit={t('award.takeBack')}
              onSend={(answers) =>
                keep(unwrap(api.POST('/api/calls/{id}/award/take-back', { params, body: { reason: answers['reason'] ?? '' } })))
              }
            >
              <TextAreaField name="reason" label={t('award.reason')} rows={2} maxLength={1000} />
            </ActButton>
          ) : null}
          {actions.publishResults === null ? (
            <ActButton
              label={t('award.publish')}
              look="primary"
              title={t('award.publish')}
              submit={t('award.publish')}
              onSend={() => keep(unwrap(api.POST('/api/calls/{id}/results', { params })))}
            >
              <p>{t('award.publishText')}</p>
            </ActButton>
          ) : null}
          {publishedAt === null ? null : (
            <LinkButton to="/appels/$callId/resultats" params={{ callId: call.id }}>
              {t('award.seeResults')}
            </LinkButton>
          )}
          {actions.declareCallUnsuccessful === null ? (
            <ActButton
              label={t('award.unsuccessful')}
              look="quiet"
              title={t('award.unsuccessful')}
              submit={t('award.unsuccessful')}
              onSend={async (answers) => {
                await unwrap(api.POST('/api/calls/{id}/unsuccessful', { params, body: { reason: answers['reason'] ?? '' } }));
                await client.invalidateQueries({ queryKey: ['award', call.id] });
                await client.invalidateQueries({ queryKey: ['calls'] });
              }}
            >
              <p>{t('award.unsuccessfulText')}</p>
              <TextAreaField name="reason" label={t('award.reason')} rows={2} maxLength={1000} />
            </ActButton>
          ) : null}
        </div>
        {award.remedies.length > 0 ? (
          <Disclosure summary={t('award.remedies')}>
            <ul>
              {award.remedies.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </Panel>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay, formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { InterestBadge, InterestWhen } from './interest-parts';
import type { Interest } from './interests.queries';

/** Where a request stands, what was answered and what it means; the same for the owner and for whoever asked. */
export function InterestSheet({ interest }: { readonly interest: Interest }) {
  const { t } = useTranslation('interests');
  const language = currentLanguage();
  const { application, consequence, decision, call, window, reader } = interest;
  return (
    <div className="stack">
      <Panel id="standing" title={t('from', { name: interest.organisation.name })} aside={<InterestBadge state={interest.state} />}>
        <div className="stack">
          <p>
            {t('receivedOn', { when: formatMoment(interest.receivedAt, language) })}
            {application.number === null ? null : ` · ${t('number', { number: application.number })}`} ·{' '}
            {t('to', { name: interest.owner.name })}
          </p>
          <InterestWhen interest={interest} isMine={reader === 'applicant'} />
          {decision === null ? null : (
            <p>
              {t('decision', { authority: decision.authority, when: formatDay(decision.date, language), reference: decision.reference })}
            </p>
          )}
          {interest.reason === null ? null : (
            <>
              <h3>{t('reason')}</h3>
              <p>{interest.reason}</p>
            </>
          )}
          <div className="form-actions">
            <LinkButton to="/mes-candidatures/$applicationId" params={{ applicationId: application.id }} size="small">
              {t('openFile')}
            </LinkButton>
            {window === null ? null : (
              <LinkButton to="/avis/$noticeId" params={{ noticeId: window.noticeId }} size="small">
                {t('seeNotice')}
              </LinkButton>
            )}
          </div>
          {call === null ? null : (
            <p>
              {reader === 'owner' ? (
                <Link to="/mes-appels/$callId" params={{ callId: call.id }}>
                  {t('call', { title: call.title })}
                </Link>
              ) : (
                <Link to="/appels/$callId" params={{ callId: call.id }}>
                  {t('call', { title: call.title })}
                </Link>
              )}
            </p>
          )}
        </div>
      </Panel>
      {consequence === null ? null : (
        <Notice tone="warning" title={t('consequence')}>
          <p>{consequence.text}</p>
          <p>{consequence.article}</p>
        </Notice>
      )}
      <Rivals interest={interest} />
      {interest.history.length === 0 ? null : (
        <Panel id="history" title={t('history')}>
          <ul>
            {interest.history.map((line) => (
              <li key={`${line.at}-${line.action}`}>
                {formatMoment(line.at, language)} : {t(`happened.${line.action as 'receive'}`)}
                {line.who === null ? null : ` (${line.who})`}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

function Rivals({ interest: { rivals, rivalCount, window, reader } }: { readonly interest: Interest }) {
  const { t } = useTranslation('interests');
  if (reader !== 'owner' || window === null || !rivalCount) return null;
  return (
    <Panel id="rivals" title={t('rivalsTitle')}>
      {window.over ? (
        <ul className="stack">
          {rivals.map(({ id, organisation, need, proposal, arrivedAt }) => (
            <li key={id}>
              <p>
                <strong>{organisation.name}</strong> · {formatMoment(arrivedAt, currentLanguage())}
              </p>
              <p>
                {t('rivalNeed')} : {need}
              </p>
              <p>
                {t('rivalProposal')} : {proposal}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('rivalsSealed')}</p>
      )}
    </Panel>
  );
}

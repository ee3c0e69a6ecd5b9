import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay, formatInstantDay, formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Panel } from '../../ui/card';
import { AgreementActs } from './agreement-acts';
import { AgreementBadge, AgreementDays } from './agreement-words';
import type { Agreement } from './agreements.queries';

/** Where an agreement stands, what waits on whom, and what can be done now. */
export function StandingPanel({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { id, state, waiting, reason, notice, renews, renewedBy, reminders } = agreement;
  const language = currentLanguage();
  return (
    <Panel id="next" title={t('part.next')} tone={waiting === null ? 'plain' : 'enamel'} aside={<AgreementBadge state={state} />}>
      <div className="stack">
        <AgreementDays agreement={agreement} />
        {waiting === null ? null : <p className="agreement-waiting">{t(`waiting.${waiting}`)}</p>}
        {state === 'drafting' ? <DraftStanding agreement={agreement} /> : null}
        <Signatures agreement={agreement} />
        {notice === null ? null : (
          <p className="agreement-said">{t('next.noticeGiven', { day: formatDay(notice.givenOn, language), reason: notice.reason })}</p>
        )}
        {reason === null ? null : <p className="agreement-said">{t('next.reason', { reason })}</p>}
        {reminders.map(({ months, at }) => (
          <p key={months}>{t('next.reminded', { months, when: formatInstantDay(at, language) })}</p>
        ))}
        {renews === null ? null : (
          <p>
            <Link to="/conventions/$agreementId" params={{ agreementId: renews }}>
              {t('next.renews')}
            </Link>
          </p>
        )}
        {renewedBy === null ? null : (
          <p>
            <Link to="/conventions/$agreementId" params={{ agreementId: renewedBy }}>
              {t('next.renewedBy')}
            </Link>
          </p>
        )}
        <AgreementActs agreement={agreement} />
        <h3>{t('next.paper')}</h3>
        <ul className="agreement-list">
          <li>
            <a href={`/api/agreements/${id}/document.pdf`} download>
              {t('next.pdf')}
            </a>
          </li>
          <li>
            <a href={`/api/agreements/${id}/document.docx`} download>
              {t('next.docx')}
            </a>
          </li>
        </ul>
      </div>
    </Panel>
  );
}

function DraftStanding({ agreement: { lacks, accepted } }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  return (
    <>
      {lacks.length === 0 ? (
        <p>{t('next.whole')}</p>
      ) : (
        <>
          <p>{t('next.lacks')}</p>
          <ul>
            {lacks.map((lack) => (
              <li key={lack}>{t(`lack.${lack}`)}</li>
            ))}
          </ul>
        </>
      )}
      {accepted?.current ? (
        <p>{t('next.accepted', { when: formatMoment(accepted.at, currentLanguage()) })}</p>
      ) : (
        <p>{t(accepted === null ? 'next.notAccepted' : 'next.outdated')}</p>
      )}
    </>
  );
}

function Signatures({ agreement: { signatures } }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  if (signatures === null) return null;
  const { owner, occupant } = signatures;
  const day = (value: string) => formatDay(value, currentLanguage());
  return <p>{t('next.signed', { owner: owner.by, ownerDay: day(owner.on), occupant: occupant.by, occupantDay: day(occupant.on) })}</p>;
}

import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Countdown } from '../../ui/countdown';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import type { Application } from './applications.queries';
import { closesWords } from './application-words';
import { CorrectionNotice } from './correction-notice';

interface FilingBannerProps {
  readonly application: Application;
  /** On the page of the review there is no way to it. */
  readonly isReviewing?: boolean;
}

/** Never mistaken: filed or not, and what was written since. */
export function FilingBanner({ application, isReviewing = false }: FilingBannerProps) {
  const { t } = useTranslation('applications');
  const { state, filed, target, now, id } = application;
  const language = currentLanguage();
  const isSecond = target.step === 'second';
  const isOpen = isSecond ? target.callState === 'second_step' : target.callState === 'open' || target.callState === 'published';
  const closing =
    target.closesAt !== null && isOpen ? (
      <p>
        {t(closesWords(target.step), { when: formatDeadline(target.closesAt, language) })}{' '}
        <strong>
          {t('left')} <Countdown until={target.closesAt} serverNow={now} />
        </strong>
      </p>
    ) : null;
  const params = { applicationId: id };
  const receipt = filed ? (
    <LinkButton to="/mes-candidatures/$applicationId/recu" params={params} size="small">
      {t('receipt.see')}
    </LinkButton>
  ) : null;
  const review = isReviewing ? null : (
    <LinkButton to="/mes-candidatures/$applicationId/verifier" params={params} size="small" look="primary">
      {t('toReview')}
    </LinkButton>
  );
  if (application.correction !== null) return <CorrectionNotice application={application} review={review} />;
  if (state === 'inadmissible')
    return (
      <Notice tone="bad" title={t('banner.inadmissible')} actions={receipt}>
        {application.reason ? <p>{application.reason}</p> : null}
      </Notice>
    );
  if (state === 'withdrawn')
    return <Notice title={t('banner.withdrawn')}>{application.reason ? <p>{application.reason}</p> : null}</Notice>;
  if (state === 'obsolete')
    return (
      <Notice title={t(target.callState === null ? 'state.obsolete' : 'steps.missed')} actions={receipt}>
        {application.reason ? <p>{application.reason}</p> : null}
      </Notice>
    );
  if (state === 'not_shortlisted')
    return (
      <Notice title={t('steps.left')} actions={receipt}>
        {application.reason ? <p>{application.reason}</p> : null}
        <p>{t('steps.leftText')}</p>
      </Notice>
    );
  if (state === 'invited')
    return (
      <Notice
        tone="warning"
        title={t(isOpen ? 'steps.invited' : 'steps.missed')}
        actions={
          <>
            {isOpen ? review : null}
            {receipt}
          </>
        }
      >
        <p>{t(isOpen ? 'steps.invitedText' : 'steps.missedText')}</p>
        {application.reason ? <p>{t('steps.why', { reason: application.reason })}</p> : null}
        {closing}
      </Notice>
    );
  if (state === 'draft')
    return (
      <Notice
        tone={target.callState === 'closed' ? 'bad' : 'warning'}
        title={t(target.callState !== null && !isOpen ? 'banner.missed' : 'banner.draft')}
        actions={review}
      >
        <p>{t(target.callState !== null && !isOpen ? 'banner.missedText' : 'banner.draftText')}</p>
        {target.step === 'first' && isOpen ? <p>{t('steps.firstText')}</p> : null}
        {closing}
      </Notice>
    );
  if (filed && !filed.current && state === 'filed')
    return (
      <Notice
        tone="warning"
        title={t('banner.changed')}
        actions={
          <>
            {target.callState === null || isOpen ? review : null}
            {receipt}
          </>
        }
      >
        <p>{t('banner.changedText', { number: filed.number, sequence: filed.sequence })}</p>
        {closing}
      </Notice>
    );
  return (
    <Notice tone="good" title={t(filedWords(application))} actions={receipt}>
      {filed ? <p>{t('filedAt', { number: filed.number, when: formatDeadline(filed.at, language) })}</p> : null}
      {state === 'filed' && target.step === 'first' ? <p>{t('steps.firstFiledText')}</p> : null}
      {state === 'filed' ? closing : null}
    </Notice>
  );
}

function filedWords({ state, target }: Application) {
  if (state === 'admissible') return 'banner.admissible' as const;
  if (state !== 'filed' || target.step === null) return 'banner.filed' as const;
  return target.step === 'first' ? ('steps.firstFiled' as const) : ('steps.secondFiled' as const);
}

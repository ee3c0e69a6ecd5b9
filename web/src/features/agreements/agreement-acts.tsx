import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import type { Answers } from '../../ui/form/answers';
import { TextAreaField, TextField } from '../../ui/form/fields';
import { type Agreement, useKeepAgreement } from './agreements.queries';

/** What can be done now by the one who reads; each act says what it entails before it is done. */
export function AgreementActs({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const keep = useKeepAgreement();
  const navigate = useNavigate();
  const { id, version, actions, today, terms } = agreement;
  const params = { path: { id } };
  const reason = (answers: Answers) => ({ reason: answers['reason'] ?? '' });
  const reasonField = <TextAreaField name="reason" label={t('act.reason')} rows={3} maxLength={1000} />;
  return (
    <div className="form-actions">
      {actions.acceptAgreement === null ? (
        <ActButton
          look="primary"
          label={t('act.accept')}
          title={t('act.accept')}
          submit={t('act.accept')}
          onSend={() => keep(unwrap(api.POST('/api/agreements/{id}/accept', { params, body: { version } })))}
        >
          <p>{t('act.acceptText')}</p>
        </ActButton>
      ) : null}
      {actions.settleAgreement === null ? (
        <ActButton
          look="primary"
          label={t('act.settle')}
          title={t('act.settle')}
          submit={t('act.settle')}
          onSend={() => keep(unwrap(api.POST('/api/agreements/{id}/settle', { params, body: { version } })))}
        >
          <p>{t('act.settleText')}</p>
        </ActButton>
      ) : null}
      {actions.signAgreement === null ? (
        <ActButton
          look="primary"
          label={t('act.sign')}
          title={t('act.sign')}
          submit={t('act.sign')}
          onSend={(answers) => {
            const owner = { by: answers['owner.by'] ?? '', on: answers['owner.on'] ?? '' };
            const occupant = { by: answers['occupant.by'] ?? '', on: answers['occupant.on'] ?? '' };
            return keep(unwrap(api.POST('/api/agreements/{id}/sign', { params, body: { version, owner, occupant } })));
          }}
        >
          <p>{t('act.signText')}</p>
          <TextField name="owner.by" label={t('act.signOwner')} defaultValue={terms.ownerSigner ?? ''} maxLength={200} />
          <TextField name="owner.on" type="date" label={t('act.signOwnerOn')} defaultValue={today} max={today} />
          <TextField name="occupant.by" label={t('act.signOccupant')} defaultValue={terms.occupantSigner ?? ''} maxLength={200} />
          <TextField name="occupant.on" type="date" label={t('act.signOccupantOn')} defaultValue={today} max={today} />
        </ActButton>
      ) : null}
      {actions.publishAgreementPlaceAgain === null ? (
        <ActButton
          look="primary"
          label={t('act.publishAgain')}
          title={t('act.publishAgain')}
          submit={t('act.publishAgain')}
          onSend={() => keep(unwrap(api.POST('/api/agreements/{id}/publish-place-again', { params })))}
        >
          <p>{t('act.publishAgainText')}</p>
        </ActButton>
      ) : null}
      {actions.renewAgreement === null ? (
        <ActButton
          label={t('act.renew')}
          title={t('act.renew')}
          submit={t('act.renew')}
          onSend={async (answers) => {
            const next = await keep(unwrap(api.POST('/api/agreements/{id}/renew', { params, body: reason(answers) })));
            await navigate({ to: '/conventions/$agreementId', params: { agreementId: next.id } });
          }}
        >
          <p>{t('act.renewText')}</p>
          {reasonField}
        </ActButton>
      ) : null}
      {actions.giveAgreementNotice === null ? (
        <ActButton
          label={t('act.notice')}
          title={t('act.notice')}
          submit={t('act.notice')}
          onSend={(answers) => {
            const body = { ...reason(answers), givenOn: answers['givenOn'] ?? '', leavesOn: answers['leavesOn'] ?? '' };
            return keep(unwrap(api.POST('/api/agreements/{id}/notice', { params, body })));
          }}
        >
          <p>{t('act.noticeText')}</p>
          <TextField name="givenOn" type="date" label={t('act.givenOn')} defaultValue={today} max={today} />
          <TextField name="leavesOn" type="date" label={t('act.leavesOn')} />
          {reasonField}
        </ActButton>
      ) : null}
      {actions.takeBackAgreement === null ? (
        <ActButton
          look="quiet"
          label={t('act.takeBack')}
          title={t('act.takeBack')}
          submit={t('act.takeBack')}
          onSend={(answers) => keep(unwrap(api.POST('/api/agreements/{id}/take-back', { params, body: reason(answers) })))}
        >
          <p>{t('act.takeBackText')}</p>
          {reasonField}
        </ActButton>
      ) : null}
      {actions.terminateAgreement === null ? (
        <ActButton
          look="quiet"
          label={t('act.terminate')}
          title={t('act.terminate')}
          submit={t('act.terminate')}
          onSend={(answers) => keep(unwrap(api.POST('/api/agreements/{id}/terminate', { params, body: reason(answers) })))}
        >
          <p>{t('act.terminateText')}</p>
          {reasonField}
        </ActButton>
      ) : null}
    </div>
  );
}

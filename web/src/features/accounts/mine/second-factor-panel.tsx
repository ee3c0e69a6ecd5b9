import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done, unwrap } from '../../../api/client';
import { type Account, me } from '../../../session/me';
import { Button } from '../../../ui/button';
import { Form } from '../../../ui/form/form';
import { Notice } from '../../../ui/notice';
import { RecoveryCodes } from './recovery-codes';
import { SecondFactorSetUp } from './second-factor-set-up';

type Step =
  | { readonly name: 'rest' }
  | { readonly name: 'setUp'; readonly secret: string; readonly uri: string }
  | { readonly name: 'codes'; readonly codes: readonly string[] };

/** The second factor: turned on in three steps (scan, try, keep the recovery codes), turned off or renewed once on. */
export function SecondFactorPanel({ account }: { readonly account: Account }) {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ name: 'rest' });
  const readAgain = () => client.invalidateQueries({ queryKey: me().queryKey });

  if (step.name === 'codes') return <RecoveryCodes codes={step.codes} onKept={() => setStep({ name: 'rest' })} />;
  if (step.name === 'setUp')
    return (
      <SecondFactorSetUp
        secret={step.secret}
        uri={step.uri}
        onCancel={() => setStep({ name: 'rest' })}
        onConfirmed={async (codes) => {
          setStep({ name: 'codes', codes });
          await readAgain();
        }}
      />
    );
  if (!account.secondFactor.on)
    return (
      <div className="stack">
        <p>{t('secondFactor.text')}</p>
        {account.platformRole === null ? null : <Notice tone="warning" title={t('secondFactor.neededForModeration')} />}
        <Form
          submit={t('secondFactor.start')}
          onSend={async () => setStep({ name: 'setUp', ...(await unwrap(api.POST('/api/me/second-factor'))) })}
        />
      </div>
    );
  return (
    <div className="stack">
      <Notice tone="good" title={t('secondFactor.on')}>
        <p>{t('secondFactor.codesLeft', { count: account.secondFactor.recoveryCodesLeft })}</p>
      </Notice>
      <Form
        submit={t('secondFactor.renew')}
        submitLook="secondary"
        onSend={async () => {
          const { recoveryCodes } = await unwrap(api.POST('/api/me/recovery-codes'));
          setStep({ name: 'codes', codes: recoveryCodes });
          await readAgain();
        }}
      />
      <TurnOff onDone={readAgain} />
    </div>
  );
}

function TurnOff({ onDone }: { readonly onDone: () => Promise<void> }) {
  const { t } = useTranslation('account');
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <div className="form-actions">
        <Button look="quiet" onClick={() => setAsked(true)}>
          {t('secondFactor.turnOff')}
        </Button>
      </div>
    );
  return (
    <Notice tone="warning" title={t('secondFactor.turnOffTitle')} role="alert">
      <p>{t('secondFactor.turnOffText')}</p>
      <Form
        submit={t('secondFactor.turnOffSubmit')}
        submitLook="secondary"
        actions={
          <Button look="quiet" onClick={() => setAsked(false)}>
            {t('keepAsIs')}
          </Button>
        }
        onSend={async () => {
          await done(api.DELETE('/api/me/second-factor'));
          await onDone();
        }}
      />
    </Notice>
  );
}

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { Button } from '../../../ui/button';
import { CodeField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { useAfterSignIn } from './after-sign-in';

export function SecondFactorForm({ returnTo }: { readonly returnTo: string | undefined }) {
  const { t } = useTranslation('session');
  const [kind, setKind] = useState<'digits' | 'recovery'>('digits');
  const goOn = useAfterSignIn(returnTo);
  const isDigits = kind === 'digits';
  return (
    <>
      <p className="lead">{isDigits ? t('secondFactor.lead') : t('secondFactor.leadRecovery')}</p>
      <Form
        key={kind}
        submit={t('secondFactor.submit')}
        onSend={async ({ code = '' }) => {
          const { step } = await unwrap(api.POST('/api/session/second-factor', { body: { code: code.replace(/\s/g, '') } }));
          await goOn(step);
        }}
      >
        <CodeField
          name="code"
          kind={kind}
          label={isDigits ? t('field.code') : t('field.recoveryCode')}
          help={isDigits ? t('field.codeHelp') : t('field.recoveryCodeHelp')}
        />
      </Form>
      <div className="form-actions">
        <Button look="quiet" onClick={() => setKind(isDigits ? 'recovery' : 'digits')}>
          {isDigits ? t('secondFactor.useRecovery') : t('secondFactor.useApp')}
        </Button>
        <Link to="/connexion" search={{ retour: returnTo }}>
          {t('secondFactor.startOver')}
        </Link>
      </div>
    </>
  );
}

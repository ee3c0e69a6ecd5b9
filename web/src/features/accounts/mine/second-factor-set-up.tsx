import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { Button } from '../../../ui/button';
import { CopyButton } from '../../../ui/copy-button';
import { CodeField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';

interface SecondFactorSetUpProps {
  readonly secret: string;
  readonly uri: string;
  readonly onCancel: () => void;
  readonly onConfirmed: (recoveryCodes: readonly string[]) => Promise<void>;
}

/** Scan or copy the secret, then prove that the application shows the right code. */
export function SecondFactorSetUp({ secret, uri, onCancel, onConfirmed }: SecondFactorSetUpProps) {
  const { t } = useTranslation(['account', 'session']);
  const picture = usePicture(uri);
  return (
    <div className="stack">
      <ol className="set-up">
        <li>
          <p>{t('account:secondFactor.scan')}</p>
          <div className="set-up-scan">
            {/* Always dark on light: cameras read nothing else. */}
            <span className="set-up-code">
              {picture ? <img src={picture} alt={t('account:secondFactor.picture')} width={200} height={200} /> : null}
            </span>
            <div className="stack">
              <p>{t('account:secondFactor.byHand')}</p>
              <p>
                <code className="secret">{inGroups(secret)}</code>
              </p>
              <div className="form-actions">
                <CopyButton text={secret}>{t('account:secondFactor.copySecret')}</CopyButton>
                <a href={uri}>{t('account:secondFactor.openApp')}</a>
              </div>
            </div>
          </div>
        </li>
        <li>
          <p>{t('account:secondFactor.try')}</p>
          <Form
            submit={t('account:secondFactor.confirm')}
            actions={
              <Button look="quiet" onClick={onCancel}>
                {t('account:cancel')}
              </Button>
            }
            onSend={async ({ code = '' }) => {
              const { recoveryCodes } = await unwrap(
                api.POST('/api/me/second-factor/confirm', { body: { code: code.replace(/\s/g, '') } }),
              );
              await onConfirmed(recoveryCodes);
            }}
          >
            <CodeField name="code" label={t('session:field.code')} help={t('session:field.codeHelp')} />
          </Form>
        </li>
      </ol>
    </div>
  );
}

function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}

function usePicture(text: string): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('qrcode').then(async ({ default: qrcode }) => {
      const url = await qrcode.toDataURL(text, { margin: 2, width: 400 });
      if (wanted) setPicture(url);
    });
    return () => {
      wanted = false;
    };
  }, [text]);
  return picture;
}

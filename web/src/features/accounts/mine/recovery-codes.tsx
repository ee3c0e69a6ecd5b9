import { Download, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { wrongAnswer } from '../../../api/problem';
import { downloadText } from '../../../lib/download';
import { Button } from '../../../ui/button';
import { CopyButton } from '../../../ui/copy-button';
import { CheckField } from '../../../ui/form/choice-fields';
import { Form } from '../../../ui/form/form';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shown once: three ways to keep them, and a box to tick before they disappear. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation('account');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = codes.join('\n');
  return (
    <div className="stack recovery">
      <h3 ref={heading} tabIndex={-1}>
        {t('recovery.title')}
      </h3>
      <p>{t('recovery.text')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="form-actions no-print">
        <CopyButton text={text}>{t('recovery.copy')}</CopyButton>
        <Button
          icon={<Download aria-hidden size={18} />}
          onClick={() => downloadText(t('recovery.file'), `${t('recovery.title')}\n\n${text}\n`)}
        >
          {t('recovery.download')}
        </Button>
        <Button icon={<Printer aria-hidden size={18} />} onClick={() => window.print()}>
          {t('recovery.print')}
        </Button>
      </div>
      <KeptForm onKept={onKept} />
    </div>
  );
}

function KeptForm({ onKept }: { readonly onKept: () => void }) {
  const { t } = useTranslation('account');
  return (
    <div className="no-print">
      <Form
        submit={t('recovery.done')}
        onSend={({ kept }) => {
          if (kept === undefined) return Promise.reject(wrongAnswer('kept', t('recovery.keptMissing')));
          onKept();
          return Promise.resolve();
        }}
      >
        <CheckField name="kept">{t('recovery.kept')}</CheckField>
      </Form>
    </div>
  );
}

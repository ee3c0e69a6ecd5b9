import { Check, Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';

export function CopyButton({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const [isCopied, setCopied] = useState(false);
  const Icon = isCopied ? Check : Copy;
  return (
    <>
      <Button icon={<Icon aria-hidden size={18} />} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
        {children}
      </Button>
      <span role="status" className={isCopied ? 'field-help' : 'visually-hidden'}>
        {isCopied ? t('copied') : ''}
      </span>
    </>
  );
}

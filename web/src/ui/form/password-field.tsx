import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldAttributes } from '../field';
import { NamedField, type NamedFieldProps } from './fields';

interface PasswordFieldProps extends NamedFieldProps {
  /** Tells password managers whether to fill or to propose. */
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password one may look at while typing it: fewer mistakes, longer passwords. */
export function PasswordField({ autoComplete, ...field }: PasswordFieldProps) {
  return (
    <NamedField {...field}>
      <PasswordInput name={field.name} autoComplete={autoComplete} />
    </NamedField>
  );
}

function PasswordInput({ name, autoComplete }: { readonly name: string; readonly autoComplete: string }) {
  const { t } = useTranslation('common');
  const attributes = useFieldAttributes();
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <span className="input-password">
      <input
        {...attributes}
        name={name}
        className="input"
        type={isShown ? 'text' : 'password'}
        required
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
      />
      <button type="button" className="input-reveal" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        <Icon aria-hidden size={20} />
        <span>{t('showPassword')}</span>
      </button>
    </span>
  );
}

import { type ReactNode, use } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonLook } from '../button';
import { FormContext } from './form-context';

/** While the form is being sent the button keeps the focus and says so; pressing it again does nothing. */
export function SubmitButton({ look = 'primary', children }: { readonly look?: ButtonLook; readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  const { isPending } = use(FormContext);
  return (
    <>
      <Button type="submit" look={look} aria-disabled={isPending || undefined} className={isPending ? 'button-pending' : undefined}>
        {children}
      </Button>
      <span className="visually-hidden" role="status">
        {isPending ? t('sending') : ''}
      </span>
    </>
  );
}

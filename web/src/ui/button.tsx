import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'signal';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook;
  readonly size?: 'regular' | 'small';
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'secondary', size = 'regular', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={buttonClass(look, size, className)}>
      {icon}
      {children}
    </button>
  );
}

/** Links that look like buttons share the same class (see link-button.tsx). */
export function buttonClass(look: ButtonLook, size: 'regular' | 'small' = 'regular', extra?: string): string {
  return ['button', `button-${look}`, size === 'small' ? 'button-small' : '', extra ?? ''].filter(Boolean).join(' ');
}

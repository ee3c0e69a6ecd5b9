import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { type ButtonLook, buttonClass } from './button';

interface LinkButtonProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly look?: ButtonLook;
  readonly size?: 'regular' | 'small';
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLAnchorElement>;
}

function StyledAnchor({ look = 'secondary', size = 'regular', icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass(look, size, className)}>
      {icon}
      {children}
    </a>
  );
}

/** A typed router link that looks like a button. */
export const LinkButton = createLink(StyledAnchor);

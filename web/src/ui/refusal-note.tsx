import { useRouterState } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from './link-button';
import { wayOut } from './refusal-ways';

const KNOWN = [
  'sign-in-needed',
  'email-not-verified',
  'second-factor-needed',
  'not-a-member',
  'role-too-low',
  'organisation-not-ready',
  'moderators-only',
] as const;

/** Instead of a button that would be refused: why, and where the refusal can be lifted. The server's `actions` carry the code. */
export function RefusalNote({ code, children }: { readonly code: string; readonly children?: string }) {
  const { t } = useTranslation('errors');
  const known = KNOWN.find((refusal) => refusal === code);
  const way = wayOut(code);
  const here = useRouterState({ select: ({ location }) => location.href });
  return (
    <p className="refusal-note">
      <Lock aria-hidden size={18} />
      <span>{children ?? (known ? t(`refusal.${known}`) : t('refusal.other'))}</span>
      {way ? (
        <LinkButton to={way.to} search={{ retour: way.to === '/connexion' ? here : undefined }} size="small" look="quiet">
          {t(`way.${way.text}`)}
        </LinkButton>
      ) : null}
    </p>
  );
}

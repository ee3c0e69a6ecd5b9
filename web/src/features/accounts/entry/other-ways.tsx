import { useQuery } from '@tanstack/react-query';
import { KeyRound, Mail } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { me } from '../../../session/me';
import { rememberReturn } from '../../../session/return-to';
import { buttonClass } from '../../../ui/button';
import { LinkButton } from '../../../ui/link-button';

/** The ways to sign in without a password, when this installation has them. */
export function OtherWays({ returnTo }: { readonly returnTo: string | undefined }) {
  const { t } = useTranslation('session');
  const ways = useQuery(me()).data?.signInWays;
  if (!ways || (!ways.link && !ways.oidc)) return null;
  return (
    <div className="other-ways">
      <p className="divider">
        <span>{t('signIn.or')}</span>
      </p>
      {ways.link ? (
        <div className="other-way">
          <LinkButton to="/connexion/lien" search={{ retour: returnTo }} icon={<Mail aria-hidden size={20} />}>
            {t('signIn.byLink')}
          </LinkButton>
          <p className="field-help">{t('signIn.byLinkText')}</p>
        </div>
      ) : null}
      {ways.oidc ? (
        // A full navigation: the identity provider is another site. A refusal comes back without the page asked for, so it is kept.
        <a
          className={buttonClass('secondary')}
          href={`/api/session/oidc?returnTo=${encodeURIComponent(returnTo ?? '/mon-compte')}`}
          onClick={() => rememberReturn(returnTo)}
        >
          <KeyRound aria-hidden size={20} />
          {t('signIn.byOidc', { name: ways.oidc.name })}
        </a>
      ) : null}
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../lib/page-title';
import { isModerator } from '../../session/me';
import { RequireSignIn } from '../../session/require-sign-in';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { RefusalNote } from '../../ui/refusal-note';

interface RequireModeratorProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** The pages of those who look after the service; a second factor that is missing is explained rather than refused. */
export function ModeratorPage({ title, lead, children }: RequireModeratorProps) {
  const { t } = useTranslation(['moderation', 'errors']);
  usePageTitle(title);
  return (
    <RequireSignIn>
      {({ account }) => (
        <div className="page stack">
          <header className="parts-head">
            <h1 tabIndex={-1}>{title}</h1>
            {lead ? <p className="lead">{lead}</p> : null}
          </header>
          {!isModerator(account) ? (
            <RefusalNote code="moderators-only" />
          ) : account.session.secondFactor ? (
            children
          ) : (
            <Notice
              tone="warning"
              title={t('moderation:secondFactor.title')}
              actions={
                <LinkButton to="/mon-compte/securite" look="primary" size="small">
                  {t('errors:way.secondFactor')}
                </LinkButton>
              }
            >
              <p>{account.secondFactor.on ? t('moderation:secondFactor.signInAgain') : t('moderation:secondFactor.turnOn')}</p>
            </Notice>
          )}
        </div>
      )}
    </RequireSignIn>
  );
}

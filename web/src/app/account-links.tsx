import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actFor, isModerator, type Me, signOut } from '../session/me';
import { Button } from '../ui/button';
import { RadioGroup } from '../ui/choices';
import { ProblemNotice } from '../ui/problem-notice';

const MYSELF = 'myself';

/** What a signed-in person reaches from everywhere; the header's panel and the phone's sheet show the same. */
export function AccountLinks({ who, onLeave }: { readonly who: Me; readonly onLeave: () => void }) {
  const { t } = useTranslation('session');
  const client = useQueryClient();
  const router = useRouter();
  const [failure, setFailure] = useState<unknown>(null);
  const { account, memberships, actingFor } = who;
  if (account === null) return null;

  const leave = async () => {
    try {
      await signOut(client);
      onLeave();
      await router.navigate({ to: '/' });
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <div className="account-links">
      <p className="account-who">
        <strong>{account.displayName}</strong>
        <span>{account.email}</span>
      </p>
      {memberships.length > 0 ? (
        <RadioGroup
          legend={t('menu.actingFor')}
          value={actingFor ?? MYSELF}
          choices={[
            { value: MYSELF, label: t('menu.myself') },
            ...memberships.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
          ]}
          onChange={(chosen) => void actFor(client, chosen === MYSELF ? null : chosen).catch(setFailure)}
        />
      ) : null}
      <ul className="account-list">
        <li>
          <Link to="/mon-compte" onClick={onLeave}>
            {t('menu.account')}
          </Link>
        </li>
        <li>
          <Link to="/mes-notifications" onClick={onLeave}>
            {t('menu.notifications')}
          </Link>
        </li>
        <li>
          <Link to="/mon-bureau" onClick={onLeave}>
            {t('menu.desk')}
          </Link>
        </li>
        <li>
          <Link to="/mes-lieux" onClick={onLeave}>
            {t('menu.places')}
          </Link>
        </li>
        <li>
          <Link to="/mes-projets" onClick={onLeave}>
            {t('menu.projects')}
          </Link>
        </li>
        <li>
          <Link to="/mes-candidatures" onClick={onLeave}>
            {t('menu.applications')}
          </Link>
        </li>
        {memberships.some(({ kind }) => kind === 'public_owner') ? (
          <>
            <li>
              <Link to="/mes-lieux/import" onClick={onLeave}>
                {t('menu.importPlaces')}
              </Link>
            </li>
            <li>
              <Link to="/mes-appels" onClick={onLeave}>
                {t('menu.calls')}
              </Link>
            </li>
          </>
        ) : null}
        <li>
          <Link to="/mon-compte/suivis" onClick={onLeave}>
            {t('menu.follows')}
          </Link>
        </li>
        <li>
          <Link to="/favoris" onClick={onLeave}>
            {t('menu.favourites')}
          </Link>
        </li>
        <li>
          <Link to="/organisations" onClick={onLeave}>
            {t('menu.organisations')}
          </Link>
        </li>
        {isModerator(account) ? (
          <li>
            <Link to="/moderation" onClick={onLeave}>
              {t('menu.moderation')}
            </Link>
            {account.session.secondFactor ? null : <p className="field-help">{t('menu.moderationNeeds')}</p>}
          </li>
        ) : null}
      </ul>
      {failure ? <ProblemNotice error={failure} /> : null}
      <Button onClick={() => void leave()}>{t('menu.signOut')}</Button>
    </div>
  );
}

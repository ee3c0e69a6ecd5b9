import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MyMembership } from '../../../session/me';
import { Badge } from '../../../ui/badge';

export function MyOrganisations({ memberships }: { readonly memberships: readonly MyMembership[] }) {
  const { t } = useTranslation(['account', 'vocabulary']);
  return (
    <div className="stack">
      {memberships.length === 0 ? <p>{t('account:organisations.none')}</p> : null}
      <ul className="row-list">
        {memberships.map(({ organisationId, name, role, state }) => (
          <li key={organisationId} className="row">
            <div className="row-words">
              <p className="row-title">
                <Link to="/organisations/$organisationId" params={{ organisationId }}>
                  {name}
                </Link>
              </p>
              <p className="field-help">{t(`vocabulary:role.${role}`)}</p>
            </div>
            <Badge tone={state === 'verified' ? 'moss' : 'amber'}>{t(`vocabulary:organisationState.${state as 'claimed'}`)}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

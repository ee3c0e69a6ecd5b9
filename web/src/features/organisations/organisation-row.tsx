import { Link } from '@tanstack/react-router';
import { Building2, Handshake } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge';
import { siretInGroups, STANDING_TONES, useSortOfBody } from './organisation-words';
import type { OrganisationSummary } from './organisations.queries';

export function OrganisationRow({ organisation }: { readonly organisation: OrganisationSummary }) {
  const { t } = useTranslation(['organisations', 'vocabulary', 'common']);
  const sortOf = useSortOfBody();
  const { id, name, kind, commune, siret, rna, standing, demo } = organisation;
  const Icon = kind === 'public_owner' ? Building2 : Handshake;
  const where = commune ? [commune.name, commune.departmentCode].filter(Boolean).join(' · ') : null;
  const number = siret ? t('organisations:siret', { siret: siretInGroups(siret) }) : rna ? t('organisations:rna', { rna }) : null;
  return (
    <li className="row">
      <Icon aria-hidden size={28} strokeWidth={1.5} />
      <div className="row-words">
        <p className="row-title">
          <Link to="/organisations/$organisationId" params={{ organisationId: id }}>
            {name}
          </Link>
        </p>
        <p className="field-help">{[sortOf(organisation), where, number].filter(Boolean).join(' · ')}</p>
      </div>
      {demo ? <Badge tone="violet">{t('common:demo.label')}</Badge> : null}
      <Badge tone={STANDING_TONES[standing]}>{t(`vocabulary:standing.${standing}`)}</Badge>
    </li>
  );
}

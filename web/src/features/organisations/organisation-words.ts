import { useTranslation } from 'react-i18next';
import type { Organisation, OrganisationSummary } from './organisations.queries';

type Described = Pick<OrganisationSummary, 'kind' | 'ownerKind' | 'legalForm'>;

/** “Commune”, “Association”: what sort of body it is, as precisely as we know. */
export function useSortOfBody(): (organisation: Described) => string {
  const { t } = useTranslation('vocabulary');
  return ({ kind, ownerKind, legalForm }) => {
    if (ownerKind !== null) return t(`ownerKind.${ownerKind}`);
    if (legalForm !== null && legalForm !== 'other') return t(`legalForm.${legalForm}`);
    return t(`organisationKind.${kind}`);
  };
}

export const STANDING_TONES = { unclaimed: 'neutral', unverified: 'amber', verified: 'moss', suspended: 'brick' } as const;

/** Digits as people read them: “807 469 317 00018”. */
export function siretInGroups(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');
}

export function isMember(organisation: Organisation): boolean {
  return organisation.inside?.role != null;
}

/** Null when the reader may, else the code of the refusal; an operation that the server does not mention is refused in silence. */
export function whyNot(organisation: Pick<Organisation, 'actions'>, operation: string): string | null {
  const reason = organisation.actions[operation];
  return reason === undefined ? 'forbidden' : reason;
}

import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice';
import { whyNot } from '../organisation-words';
import type { Organisation } from '../organisations.queries';
import { ClaimAgain } from './claim-again';

/** Where the organisation stands, what that prevents, and the moderators' reason when they gave one. */
export function StateNotice({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const { inside } = organisation;
  if (!inside || inside.state === 'verified' || inside.state === 'unclaimed') return null;
  return (
    <Notice tone={inside.state === 'claimed' ? 'info' : 'warning'} title={t(`manage.state.${inside.state}Title`)}>
      <p>{t(`manage.state.${inside.state}`)}</p>
      {inside.decisionReason ? <p>{t('manage.reason', { reason: inside.decisionReason })}</p> : null}
      {whyNot(organisation, 'claimOrganisationAgain') === null ? <ClaimAgain organisationId={organisation.id} /> : null}
    </Notice>
  );
}

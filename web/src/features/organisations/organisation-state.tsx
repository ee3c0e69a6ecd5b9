import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import type { Organisation } from './organisations.queries';

const TONES = { unclaimed: 'neutral', claimed: 'amber', verified: 'moss', refused: 'brick', suspended: 'brick' } as const;

/** Where an organisation stands, for those who decide: its state, since when, and the last reason given. */
export function OrganisationState({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation(['vocabulary', 'organisations', 'moderation']);
  const { inside } = organisation;
  if (inside === null) return null;
  const language = currentLanguage();
  return (
    <div className="stack">
      <p className="badges">
        <Badge tone={TONES[inside.state]}>{t(`vocabulary:organisationState.${inside.state}`)}</Badge>
        {inside.claimedAt ? <span>{t('moderation:review.claimedAt', { moment: formatMoment(inside.claimedAt, language) })}</span> : null}
        {inside.decidedAt ? <span>{t('moderation:review.decidedAt', { moment: formatMoment(inside.decidedAt, language) })}</span> : null}
      </p>
      {inside.decisionReason ? <p>{t('organisations:evidence.reason', { reason: inside.decisionReason })}</p> : null}
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import type { AgreementState, AgreementSummary } from './agreements.queries';

const TONES: Readonly<Record<AgreementState, Tone>> = {
  drafting: 'amber',
  conditions_precedent: 'violet',
  signed: 'moss',
  running: 'moss',
  renewal_window: 'amber',
  renewed: 'neutral',
  ended: 'neutral',
  terminated: 'brick',
};

export function AgreementBadge({ state }: { readonly state: AgreementState }) {
  const { t } = useTranslation('agreements');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}

/** From when to when, as far as it is said. */
export function AgreementDays({ agreement: { startsOn, endsOn, leavesOn } }: { readonly agreement: AgreementSummary }) {
  const { t } = useTranslation('agreements');
  const day = (value: string) => formatDay(value, currentLanguage());
  if (startsOn === null) return null;
  return (
    <p>
      {endsOn === null ? t('from', { from: day(startsOn) }) : t('fromTo', { from: day(startsOn), to: day(endsOn) })}
      {leavesOn === null ? '' : ` · ${t('leaves', { day: day(leavesOn) })}`}
    </p>
  );
}

export function AgreementRow({ agreement }: { readonly agreement: AgreementSummary }) {
  const { t } = useTranslation('agreements');
  const { id, place, owner, occupant, state, deed, waiting } = agreement;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Link to="/conventions/$agreementId" params={{ agreementId: id }}>
            {place.name}
          </Link>
        </p>
        <p>
          <AgreementBadge state={state} />
        </p>
        <p>
          {t('between', { owner: owner.name, occupant: occupant.name })}
          {deed === null ? '' : ` · ${t(`deed.${deed}`)}`}
        </p>
        <AgreementDays agreement={agreement} />
        {waiting === null ? null : <p className="agreement-waiting">{t(`waiting.${waiting}`)}</p>}
      </div>
    </li>
  );
}

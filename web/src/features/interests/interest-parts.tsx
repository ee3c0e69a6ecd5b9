import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDeadline, formatInstantDay, formatPeriod } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import type { InterestSummary } from './interests.queries';

const TONES: Readonly<Record<InterestSummary['state'], Tone>> = {
  received: 'amber',
  refused_by_silence: 'brick',
  inadmissible: 'brick',
  declined: 'brick',
  publicity_open: 'violet',
  granted_after_publicity: 'moss',
  granted_directly: 'moss',
  turned_into_call: 'enamel',
  closed: 'neutral',
};

export function InterestBadge({ state }: { readonly state: InterestSummary['state'] }) {
  const { t } = useTranslation('interests');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}

/** What of its calendar matters now. */
export function InterestWhen({ interest, isMine }: { readonly interest: InterestSummary; readonly isMine: boolean }) {
  const { t } = useTranslation('interests');
  const { state, window, silenceEndsAt, rivalCount } = interest;
  const say = (instant: string) => formatDeadline(instant, currentLanguage());
  return (
    <>
      {state === 'received' && silenceEndsAt !== null ? <p>{t(isMine ? 'silenceMine' : 'silence', { when: say(silenceEndsAt) })}</p> : null}
      {window === null ? null : (
        <>
          <p>{window.over ? t('windowOver') : t('window', formatPeriod(window.opensAt, window.closesAt, currentLanguage()))}</p>
          {rivalCount === null ? null : <p>{t('rivals', { count: rivalCount })}</p>}
        </>
      )}
    </>
  );
}

export function InterestRow({ interest }: { readonly interest: InterestSummary }) {
  const { t } = useTranslation('interests');
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Link to="/demandes/$interestId" params={{ interestId: interest.id }}>
            {interest.site.name}
          </Link>
        </p>
        <p>
          <InterestBadge state={interest.state} />
        </p>
        <p>
          {t('from', { name: interest.organisation.name })} ·{' '}
          {t('receivedOn', { when: formatInstantDay(interest.receivedAt, currentLanguage()) })}
        </p>
        <InterestWhen interest={interest} isMine={false} />
      </div>
    </li>
  );
}

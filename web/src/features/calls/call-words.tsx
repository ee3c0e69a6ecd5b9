import { useTranslation } from 'react-i18next';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import type { CallState, CallSummary } from './calls.queries';

const TONES: Readonly<Record<CallState, Tone>> = {
  draft: 'neutral',
  published: 'amber',
  open: 'moss',
  shortlisting: 'violet',
  second_step: 'moss',
  closed: 'violet',
  under_review: 'violet',
  award_proposed: 'violet',
  decided: 'enamel',
  results_published: 'enamel',
  unsuccessful: 'brick',
  cancelled: 'brick',
};

export function CallBadge({ state }: { readonly state: CallState }) {
  const { t } = useTranslation('calls');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}

/** What of its calendar matters now, in one sentence. */
type Calendar = Pick<CallSummary, 'state' | 'opensAt' | 'firstClosesAt' | 'closesAt'>;
export function CallWhen({ call }: { readonly call: Calendar }) {
  const { t } = useTranslation('calls');
  const { state, opensAt, firstClosesAt, closesAt } = call;
  const say = (instant: string) => formatDeadline(instant, currentLanguage());
  if (opensAt === null || closesAt === null) return <p>{t('when.unknown')}</p>;
  if (state === 'published') return <p>{t('when.opens', { when: say(opensAt) })}</p>;
  if (firstClosesAt !== null && (state === 'open' || state === 'draft'))
    return <p>{t('when.firstCloses', { when: say(firstClosesAt) })}</p>;
  if (firstClosesAt !== null && state === 'shortlisting') return <p>{t('when.firstClosed', { when: say(firstClosesAt) })}</p>;
  if (state === 'second_step') return <p>{t('when.secondCloses', { when: say(closesAt) })}</p>;
  return <p>{t(state === 'open' || state === 'draft' ? 'when.closes' : 'when.closed', { when: say(closesAt) })}</p>;
}

import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import type { Award } from './decisions.queries';

const TONES: Readonly<Record<Award['lines'][number]['outcome'], Tone>> = {
  selected: 'moss',
  waiting_list: 'amber',
  not_selected: 'neutral',
  withdrawn: 'brick',
  reopened: 'violet',
};

export function OutcomeBadge({ outcome }: { readonly outcome: Award['lines'][number]['outcome'] }) {
  const { t } = useTranslation('decisions');
  return <Badge tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</Badge>;
}

export function points(hundredths: number): string {
  return formatNumber(hundredths / 100, currentLanguage(), 2);
}

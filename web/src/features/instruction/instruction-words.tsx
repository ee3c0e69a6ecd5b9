import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import type { InstructionLine } from './instruction.queries';

const STATE_TONES: Readonly<Record<InstructionLine['state'], Tone>> = {
  draft: 'neutral',
  filed: 'enamel',
  correction_requested: 'amber',
  invited: 'amber',
  not_shortlisted: 'neutral',
  admissible: 'moss',
  inadmissible: 'brick',
  under_review: 'violet',
  shortlisted: 'violet',
  selected: 'moss',
  waiting_list: 'violet',
  not_selected: 'neutral',
  withdrawn: 'neutral',
  obsolete: 'neutral',
};
const CHECK_TONES: Readonly<Record<InstructionLine['check'], Tone>> = {
  untouched: 'neutral',
  started: 'amber',
  fails: 'brick',
  passes: 'moss',
};

export function StateBadge({ state }: { readonly state: InstructionLine['state'] }) {
  const { t } = useTranslation('instruction');
  return <Badge tone={STATE_TONES[state]}>{t(`state.${state}`)}</Badge>;
}

export function CheckBadge({ check }: { readonly check: InstructionLine['check'] }) {
  const { t } = useTranslation('instruction');
  return <Badge tone={CHECK_TONES[check]}>{t(`check.${check}`)}</Badge>;
}

/** The colour helps the eye; the name says it. */
export function LabelBadges({ labels }: { readonly labels: InstructionLine['labels'] }) {
  return (
    <span className="instruction-labels">
      {labels.map(({ id, name, colour }) => (
        <Badge key={id} tone={colour as Tone}>
          {name}
        </Badge>
      ))}
    </span>
  );
}

export function dayOf(instant: string): string {
  return formatInstantDay(instant, currentLanguage());
}

/** What agents chose for an outline, and why. */
export function ShortlistCell({ line: { shortlist } }: { readonly line: Pick<InstructionLine, 'shortlist'> }) {
  const { t } = useTranslation('instruction');
  if (shortlist === null) return <>{t('shortlist.none')}</>;
  return (
    <span className="instruction-cell">
      <span>
        <Badge tone={shortlist.choice === 'keep' ? 'moss' : 'brick'}>{t(`shortlist.choice.${shortlist.choice}`)}</Badge>
      </span>
      <span className="field-help instruction-reason">{shortlist.reason}</span>
    </span>
  );
}

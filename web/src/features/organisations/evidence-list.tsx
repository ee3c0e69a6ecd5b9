import { BadgeCheck, CircleHelp, CircleX, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import type { Evidence } from './organisations.queries';

const LOOKS = {
  valid: { tone: 'moss', Icon: BadgeCheck },
  not_started: { tone: 'amber', Icon: Clock },
  to_confirm: { tone: 'amber', Icon: CircleHelp },
  expired: { tone: 'brick', Icon: Clock },
  refused: { tone: 'brick', Icon: CircleX },
  withdrawn: { tone: 'neutral', Icon: CircleX },
} as const;

interface EvidenceListProps {
  readonly items: readonly Evidence[];
  readonly action?: (evidence: Evidence) => ReactNode;
}

/** What a body shows of itself, each piece with its end and with who says so. */
export function EvidenceList({ items, action }: EvidenceListProps) {
  return (
    <ul className="row-list">
      {items.map((evidence, index) => (
        <EvidenceRow key={evidence.id ?? index} evidence={evidence} action={action?.(evidence)} />
      ))}
    </ul>
  );
}

function EvidenceRow({ evidence, action }: { readonly evidence: Evidence; readonly action: ReactNode }) {
  const { t } = useTranslation(['organisations', 'vocabulary']);
  const language = currentLanguage();
  const { kind, reference, territories, startsOn, endsOn, standing, source, reason, warnings } = evidence;
  const { tone, Icon } = LOOKS[standing];
  const from = startsOn ? t('organisations:evidence.from', { day: formatDay(startsOn, language) }) : null;
  const until = endsOn ? t('organisations:evidence.until', { day: formatDay(endsOn, language) }) : t('organisations:evidence.noEnd');
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{t(`vocabulary:evidenceKind.${kind}`)}</p>
        <p>{[from, until].filter(Boolean).join(' ')}</p>
        <p className="field-help">
          {[
            reference ? t('organisations:evidence.reference', { reference }) : null,
            territories.length > 0 ? territories.map(({ name }) => name).join(', ') : null,
            source ? t('organisations:evidence.saidBy', { producer: source.producer }) : t('organisations:evidence.declared'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {reason ? <p>{t('organisations:evidence.reason', { reason })}</p> : null}
        {warnings.map((warning) => (
          <p key={warning} className="evidence-warning">
            {warning}
          </p>
        ))}
      </div>
      <Badge tone={tone} icon={<Icon aria-hidden size={16} />}>
        {t(`vocabulary:evidenceStanding.${standing}`)}
      </Badge>
      {action}
    </li>
  );
}

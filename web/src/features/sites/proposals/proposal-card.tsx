import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Badge } from '../../../ui/badge';
import { ProposedWords } from './proposed-words';
import type { Proposal } from './proposals.queries';

const TONES = { unconfirmed: 'neutral', received: 'amber', accepted: 'moss', refused: 'brick' } as const;

/** What one proposed, and what became of it. */
export function ProposalCard({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation('participation');
  const { kind, state, site, proposed, source, credit, proposedAt, decidedAt, reason } = proposal;
  const language = currentLanguage();
  return (
    <div className="stack">
      <p>
        <Badge tone={TONES[state]}>{t(`propose.state.${state}`)}</Badge>{' '}
        {kind === 'place' && site === null ? (
          <strong>{String(proposed['name'])}</strong>
        ) : site ? (
          <Link to="/lieux/$siteId" params={{ siteId: site.id }}>
            {site.name}
          </Link>
        ) : (
          t('propose.placeHidden')
        )}
      </p>
      <ProposedWords proposed={proposed} />
      <p className="field-help">
        {t('propose.from', { source, day: formatInstantDay(proposedAt, language) })}
        {credit ? ` ${t('propose.credited', { name: credit })}` : null}
      </p>
      {decidedAt ? <p>{t('propose.decidedOn', { day: formatInstantDay(decidedAt, language) })}</p> : null}
      {reason ? <p>{t('propose.reason', { reason })}</p> : null}
    </div>
  );
}

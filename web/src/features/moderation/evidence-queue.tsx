import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { ErrorState } from '../../ui/error-state';
import { TextAreaField } from '../../ui/form/fields';
import { Skeleton } from '../../ui/skeleton';
import { type EvidenceToCheck, evidenceToCheck } from './moderation.queries';

/** Approvals that organisations declare and that nobody has looked at yet. */
export function EvidenceQueue() {
  const { t } = useTranslation(['moderation', 'common']);
  const pieces = useQuery(evidenceToCheck());
  if (pieces.isPending) return <Skeleton label={t('common:loading')} lines={2} />;
  if (pieces.isError) return <ErrorState level={3} error={pieces.error} onRetry={() => void pieces.refetch()} />;
  if (pieces.data.items.length === 0) return <p>{t('moderation:evidence.none')}</p>;
  return (
    <ul className="row-list">
      {pieces.data.items.map((piece) => (
        <PieceRow key={piece.id} piece={piece} />
      ))}
    </ul>
  );
}

function PieceRow({ piece }: { readonly piece: EvidenceToCheck }) {
  const { t } = useTranslation(['moderation', 'vocabulary', 'organisations']);
  const { organisation, kind, reference, endsOn, territories, warnings } = piece;
  const name = `${t(`vocabulary:evidenceKind.${kind}`)} — ${organisation.name}`;
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{t(`vocabulary:evidenceKind.${kind}`)}</p>
        <p>
          <Link to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
            {organisation.name}
          </Link>
        </p>
        <p className="field-help">
          {[
            reference ? t('organisations:evidence.reference', { reference }) : null,
            endsOn ? t('organisations:evidence.until', { day: formatDay(endsOn, currentLanguage()) }) : null,
            territories.map((territory) => territory.name).join(', ') || null,
            t('moderation:queue.days', { count: piece.daysWaiting }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {warnings.map((warning) => (
          <p key={warning} className="evidence-warning">
            {warning}
          </p>
        ))}
      </div>
      {piece.id === null ? null : (
        <>
          <PieceDecision piece={{ ...piece, id: piece.id }} decision="check" name={name} />
          <PieceDecision piece={{ ...piece, id: piece.id }} decision="refuse" name={name} />
        </>
      )}
    </li>
  );
}

interface PieceDecisionProps {
  readonly piece: EvidenceToCheck & { readonly id: string };
  readonly decision: 'check' | 'refuse';
  readonly name: string;
}

function PieceDecision({ piece, decision, name }: PieceDecisionProps) {
  const { t } = useTranslation('moderation');
  const client = useQueryClient();
  return (
    <ActButton
      label={t(`evidence.${decision}`)}
      about={name}
      look={decision === 'check' ? 'secondary' : 'quiet'}
      title={name}
      submit={t(`evidence.${decision}`)}
      onSend={async ({ reason = '' }) => {
        const given = { params: { path: { id: piece.organisation.id, evidenceId: piece.id } }, body: { reason } };
        await done(
          decision === 'check'
            ? api.POST('/api/organisations/{id}/evidence/{evidenceId}/check', given)
            : api.POST('/api/organisations/{id}/evidence/{evidenceId}/refuse', given),
        );
        await client.invalidateQueries();
      }}
    >
      <TextAreaField name="reason" label={t('decision.reason')} help={t('decision.reasonHelp')} maxLength={2000} />
    </ActButton>
  );
}

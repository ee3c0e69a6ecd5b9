import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { ErrorState } from '../../../ui/error-state';
import { Form } from '../../../ui/form/form';
import { Notice } from '../../../ui/notice';
import { RefusalNote } from '../../../ui/refusal-note';
import { Skeleton } from '../../../ui/skeleton';
import { EvidenceList } from '../evidence-list';
import { whyNot } from '../organisation-words';
import { type Evidence, evidenceOf, type Organisation } from '../organisations.queries';
import { EvidenceForm, type DepartmentsControl } from './evidence-form';

interface EvidencePanelProps {
  readonly organisation: Organisation;
  readonly departments: DepartmentsControl;
}

/** What the organisation has shown, and one more piece. */
export function EvidencePanel({ organisation, departments }: EvidencePanelProps) {
  const { t } = useTranslation(['organisations', 'common', 'vocabulary']);
  const client = useQueryClient();
  const [added, setAdded] = useState(0);
  const evidence = useQuery(evidenceOf(organisation.id));
  const readAgain = () => client.invalidateQueries({ queryKey: ['organisations', organisation.id] });
  const refusal = whyNot(organisation, 'addEvidence');
  if (evidence.isPending) return <Skeleton label={t('common:loading')} lines={3} shape="cards" />;
  if (evidence.isError) return <ErrorState error={evidence.error} onRetry={() => void evidence.refetch()} />;
  const withdraw = (piece: Evidence) =>
    piece.id !== null && refusal === null && (piece.state === 'declared' || piece.state === 'checked') ? (
      <Withdraw
        organisationId={organisation.id}
        evidenceId={piece.id}
        name={t(`vocabulary:evidenceKind.${piece.kind}`)}
        onDone={readAgain}
      />
    ) : null;
  return (
    <>
      {evidence.data.items.length > 0 ? (
        <EvidenceList items={evidence.data.items} action={withdraw} />
      ) : (
        <p>{t('organisations:evidence.none')}</p>
      )}
      <section className="stack" aria-labelledby="add-evidence">
        <h2 id="add-evidence">{t('organisations:evidence.add')}</h2>
        {refusal === null ? (
          <EvidenceForm
            key={added}
            organisationId={organisation.id}
            departments={departments}
            onAdded={async () => {
              await readAgain();
              setAdded(added + 1);
            }}
          />
        ) : (
          <RefusalNote code={refusal} />
        )}
        <div role="status">{added > 0 ? <Notice tone="good" title={t('organisations:evidence.added')} /> : null}</div>
      </section>
    </>
  );
}

interface WithdrawProps {
  readonly organisationId: string;
  readonly evidenceId: string;
  readonly name: string;
  readonly onDone: () => Promise<void>;
}

function Withdraw({ organisationId, evidenceId, name, onDone }: WithdrawProps) {
  const { t } = useTranslation('organisations');
  return (
    <Form
      submitLook="quiet"
      submit={
        <>
          {t('evidence.withdraw')}
          <span className="visually-hidden"> {name}</span>
        </>
      }
      onSend={async () => {
        const path = { id: organisationId, evidenceId };
        await done(api.POST('/api/organisations/{id}/evidence/{evidenceId}/withdraw', { params: { path } }));
        await onDone();
      }}
    />
  );
}

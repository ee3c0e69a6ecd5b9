import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { ProblemNotice } from '../../ui/problem-notice';
import { ProofList } from './proof-list';
import { type LegalProcedure, type LegalProof, type LegalStep, sendProof } from './law.queries';

interface LawProofsProps {
  readonly procedure: LegalProcedure;
  readonly step: LegalStep['step'];
  readonly done: boolean;
  readonly proofs: readonly LegalProof[];
  readonly onKept: (kept: LegalProcedure) => void;
}

/** The documents that prove a step that is done; each opens once its checks are over. */
export function LawProofs({ procedure: { id, version, actions }, step, done, proofs, onKept }: LawProofsProps) {
  const { t } = useTranslation('law');
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const add = async (procedureId: string, file: File) => {
    setSending(true);
    setFailure(null);
    try {
      onKept(await sendProof(procedureId, step, file));
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
      if (input.current) input.current.value = '';
    }
  };
  return (
    <>
      <ProofList step={step} version={version} proofs={proofs} />
      {failure ? <ProblemNotice error={failure} /> : null}
      {id !== null && done && actions.addProof === null ? (
        <div>
          <input
            ref={input}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            aria-label={`${t('proofs.add')} (${t(`step.${step}`)})`}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void add(id, file);
            }}
          />
          <Button
            size="small"
            look="quiet"
            disabled={isSending}
            icon={<Paperclip aria-hidden size={16} />}
            onClick={() => input.current?.click()}
          >
            {isSending ? t('proofs.adding') : t('proofs.add')}
            <span className="visually-hidden"> {t(`step.${step}`)}</span>
          </Button>
        </div>
      ) : null}
    </>
  );
}

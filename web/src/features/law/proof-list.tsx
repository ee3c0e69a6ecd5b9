import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatFileSize } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import type { LegalProof, LegalStep } from './law.queries';

interface ProofListProps {
  readonly step: LegalStep['step'];
  /** Of the answers that stand. */
  readonly version: number;
  readonly proofs: readonly LegalProof[];
}

/** Each opens once its checks are over. */
export function ProofList({ step, version, proofs }: ProofListProps) {
  const { t } = useTranslation('law');
  if (proofs.length === 0) return null;
  return (
    <ul className="law-proofs">
      {proofs.map((proof) => (
        <li key={proof.id}>
          <Paperclip aria-hidden size={16} />{' '}
          {proof.url === null ? (
            <span>{proof.title ?? t('proofs.untitled')}</span>
          ) : (
            <a href={proof.url}>{proof.title ?? t('proofs.untitled')}</a>
          )}{' '}
          <span className="field-help">
            {formatFileSize(proof.bytes, currentLanguage())}
            {proof.state === 'ready' ? null : ` · ${proof.state === 'refused' ? t('proofs.refused') : t('proofs.checking')}`}
            {step === 'answers' && proof.version < version ? ` · ${t('proofs.earlier')}` : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import type { LegalProcedure } from './law.queries';
import { ProofList } from './proof-list';

/** Steps that later answers no longer ask for: what was noted and attached is kept, in sight. */
export function LawLeftSteps({ procedure: { version, leftSteps } }: { readonly procedure: LegalProcedure }) {
  const { t } = useTranslation('law');
  if (leftSteps.length === 0) return null;
  return (
    <>
      <h3>{t('left.title')}</h3>
      <p className="law-source">{t('left.text')}</p>
      <ul className="law-steps">
        {leftSteps.map(({ step, doneOn, reference, note, proofs }) => (
          <li key={step} className="law-step">
            <p className="law-step-head">
              <Badge>{t('left.badge')}</Badge>
              <strong>{t(`step.${step}`)}</strong>
            </p>
            {doneOn === null ? null : <p>{t('stepProof', { reference, when: formatDay(doneOn, currentLanguage()) })}</p>}
            {note === null ? null : <p>{note}</p>}
            <ProofList step={step} version={version} proofs={proofs} />
          </li>
        ))}
      </ul>
    </>
  );
}

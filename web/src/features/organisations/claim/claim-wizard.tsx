import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressSteps } from '../../../ui/progress-steps';
import { ClaimDone } from './claim-done';
import { ClaimForm } from './claim-form';
import { ClaimKind } from './claim-kind';
import { ClaimLookUp } from './claim-look-up';
import type { Claimed, ClaimStart, Kind, TerritoryControl } from './claim-types';

type Step =
  | { readonly name: 'kind' }
  | { readonly name: 'number'; readonly kind: Kind }
  | { readonly name: 'confirm'; readonly start: ClaimStart }
  | { readonly name: 'done'; readonly claimed: Claimed; readonly organisationName: string };

const ORDER = ['kind', 'number', 'confirm'] as const;

/** Who are you? Under which number? Is this you? Three questions, so that one body never exists twice. */
export function ClaimWizard({ territory }: { readonly territory: TerritoryControl }) {
  const { t } = useTranslation(['organisations', 'common']);
  const [step, setStep] = useState<Step>({ name: 'kind' });
  if (step.name === 'done') return <ClaimDone claimed={step.claimed} name={step.organisationName} />;
  const current = ORDER.indexOf(step.name);
  return (
    <div className="claim-steps">
      <ProgressSteps
        label={t('common:stepOf', { current: current + 1, total: ORDER.length })}
        steps={ORDER.map((name) => t(`organisations:claim.step.${name}`))}
        current={current}
      />
      {step.name === 'kind' ? <ClaimKind onPick={(kind) => setStep({ name: 'number', kind })} /> : null}
      {step.name === 'number' ? (
        <ClaimLookUp kind={step.kind} onBack={() => setStep({ name: 'kind' })} onFound={(start) => setStep({ name: 'confirm', start })} />
      ) : null}
      {step.name === 'confirm' ? (
        <ClaimForm
          start={step.start}
          territory={territory}
          onBack={() => setStep({ name: 'number', kind: step.start.kind })}
          onClaimed={(claimed, organisationName) => setStep({ name: 'done', claimed, organisationName })}
        />
      ) : null}
    </div>
  );
}

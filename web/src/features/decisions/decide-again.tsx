import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import { SelectField, TextAreaField } from '../../ui/form/fields';
import { AuthorityFields, authorityOf } from './authority-fields';
import type { ApplicationDecision } from './decisions.queries';

interface DecideAgainProps {
  readonly applicationId: string;
  readonly line: ApplicationDecision['lines'][number];
  readonly criteria: ApplicationDecision['criteria'];
  readonly onDecided: (answer: Promise<ApplicationDecision>) => Promise<void>;
}
const OUTCOMES = ['selected', 'waiting_list', 'not_selected'] as const;

/** A new decision on one lot of a reopened file: its reasons follow the grid, from those that were given before. */
export function DecideAgain({ applicationId, line: { lot, reasons }, criteria, onDecided }: DecideAgainProps) {
  const { t } = useTranslation('decisions');
  return (
    <ActButton
      label={t('mine.decideAgain')}
      about={lot?.name ?? ''}
      title={lot === null ? t('mine.decideAgain') : t('mine.decideAgainOn', { lot: lot.name })}
      submit={t('mine.decideAgain')}
      onSend={(answers) => {
        const body = {
          ...authorityOf(answers),
          lot: lot?.id ?? null,
          outcome: (answers['outcome'] ?? 'not_selected') as (typeof OUTCOMES)[number],
          reasons: criteria.map(({ id }) => ({ criterion: id, text: answers[`reason-${id}`] ?? '' })),
        };
        return onDecided(unwrap(api.POST('/api/applications/{id}/decide-again', { params: { path: { id: applicationId } }, body })));
      }}
    >
      <p>{t('mine.decideAgainText')}</p>
      <AuthorityFields />
      <SelectField name="outcome" label={t('award.outcome')} options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))} />
      <p className="muted">{t('mine.why')}</p>
      {criteria.map(({ id, label }) => (
        <TextAreaField
          key={id}
          name={`reason-${id}`}
          label={<span lang="fr">{label}</span>}
          rows={3}
          maxLength={8000}
          defaultValue={reasons.find(({ criterion }) => criterion === id)?.text ?? ''}
        />
      ))}
    </ActButton>
  );
}

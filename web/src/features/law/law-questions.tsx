import { useTranslation } from 'react-i18next';
import { RadioField } from '../../ui/form/choice-fields';
import { SelectField, TextAreaField, TextField } from '../../ui/form/fields';
import { REASONED_GROUNDS } from './law-answers';
import type { LegalAnswers } from './law.queries';

const ANSWERS = ['yes', 'no', 'unknown'] as const;
const ROLES = ['owns', 'manages', 'lists', 'signals', 'unknown'] as const;
const STATUSES = ['public_domain', 'private_domain', 'unknown'] as const;
const LENGTHS = ['short', 'within_year', 'over_year', 'unknown'] as const;
const OWNERS = [
  ...(['commune', 'epci', 'department', 'region', 'state', 'sncf', 'epf', 'social_landlord', 'other_public'] as const),
  ...(['company', 'association', 'private_person'] as const),
];
const DEEDS = [
  ...(['temporary_occupation', 'administrative_emphyteutic_lease', 'emphyteutic_lease', 'loan_for_use', 'solidarity_lease'] as const),
  ...(['civil_lease', 'commercial_lease', 'short_commercial_lease', 'sale'] as const),
];
const GROUNDS = [
  ...(['other_procedure', 'public_contract', 'urgency', 'extension', 'only_possible_occupant', 'controlled_body'] as const),
  ...(['fruitless_procedure', 'particular_features', 'public_authority_or_safety'] as const),
];

interface LawQuestionsProps {
  /** What is shown first. */
  readonly from: LegalAnswers;
  /** What is said now: some questions depend on others. */
  readonly now: LegalAnswers;
  /** Where it is proven is asked of what is kept. */
  readonly keeps: boolean;
}

/** The questions of the law, in the order in which an agent can answer them. */
export function LawQuestions({ from, now, keeps }: LawQuestionsProps) {
  const { t } = useTranslation('law');
  const answers = ANSWERS.map((value) => ({ value, label: t(`ask.answer.${value}`) }));
  return (
    <div className="stack">
      <RadioField
        name="answers.role"
        label={t('ask.role')}
        defaultValue={from.role}
        choices={ROLES.map((value) => ({ value, label: t(`ask.roles.${value}`) }))}
      />
      <SelectField
        name="answers.ownerKind"
        label={t('ask.ownerKind')}
        isOptional
        blank={t('ask.ownerUnknown')}
        defaultValue={from.ownerKind ?? ''}
        options={OWNERS.map((value) => ({ value, label: t(`owner.${value}`) }))}
      />
      <RadioField
        name="answers.ordersForItself"
        label={t('ask.ordersForItself')}
        help={t('ask.ordersHelp')}
        defaultValue={from.ordersForItself}
        choices={answers}
      />
      <RadioField
        name="answers.status"
        label={t('ask.status')}
        help={t('ask.statusHelp')}
        defaultValue={from.status}
        choices={STATUSES.map((value) => ({ value, label: t(`ask.statuses.${value}`) }))}
      />
      {now.status === 'private_domain' ? (
        <>
          <TextField
            name="answers.declassification.act"
            label={t('ask.act')}
            help={t('ask.actHelp')}
            maxLength={300}
            defaultValue={from.declassification?.act}
          />
          <TextField name="answers.declassification.date" type="date" label={t('ask.actDate')} defaultValue={from.declassification?.date} />
          <TextField
            name="answers.declassification.reference"
            label={t('ask.actReference')}
            maxLength={120}
            defaultValue={from.declassification?.reference}
          />
        </>
      ) : null}
      <RadioField
        name="answers.economic"
        label={t('ask.economic')}
        help={t('ask.economicHelp')}
        defaultValue={from.economic}
        choices={answers}
      />
      <RadioField
        name="answers.length"
        label={t('ask.length')}
        defaultValue={from.length}
        choices={LENGTHS.map((value) => ({ value, label: t(`ask.lengths.${value}`) }))}
      />
      <RadioField name="answers.unlimitedTitles" label={t('ask.unlimitedTitles')} defaultValue={from.unlimitedTitles} choices={answers} />
      <SelectField
        name="answers.deed"
        label={t('ask.deed')}
        isOptional
        blank={t('ask.deedUnknown')}
        defaultValue={from.deed ?? ''}
        options={DEEDS.map((value) => ({ value, label: t(`ask.deeds.${value}`) }))}
      />
      <SelectField
        name="answers.ground"
        label={t('ask.ground')}
        isOptional
        blank={t('ask.groundNone')}
        defaultValue={from.ground ?? ''}
        options={GROUNDS.map((value) => ({ value, label: t(`ask.grounds.${value}`) }))}
      />
      {now.ground !== null && REASONED_GROUNDS.includes(now.ground) ? (
        <TextAreaField
          name="answers.motive"
          label={t('ask.motive')}
          help={t('ask.motiveHelp')}
          rows={4}
          maxLength={4000}
          defaultValue={from.motive ?? ''}
        />
      ) : null}
      {keeps ? (
        <TextField
          name="answers.proof"
          label={t('ask.proof')}
          help={t('ask.proofHelp')}
          isOptional
          maxLength={500}
          defaultValue={from.proof ?? ''}
        />
      ) : null}
    </div>
  );
}

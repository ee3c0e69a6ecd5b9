import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { orNull } from '../../../ui/form/answers';
import { SelectField, TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';

const KINDS = [
  'EI',
  'AI',
  'ACI',
  'ETTI',
  'EITI',
  'GEIQ',
  'EA',
  'ESAT',
  'esus_of_right',
  'esus_approved',
  'ess_by_status',
  'ess_company',
  'other',
] as const;
type Kind = (typeof KINDS)[number];

/** Several departments as one answer, lent by the page: their identifiers, separated by commas. */
export type DepartmentsControl = (props: { readonly name: string; readonly label: string; readonly help: string }) => ReactNode;

interface EvidenceFormProps {
  readonly organisationId: string;
  readonly departments: DepartmentsControl;
  readonly onAdded: () => Promise<void>;
}

export function EvidenceForm({ organisationId, departments, onAdded }: EvidenceFormProps) {
  const { t } = useTranslation(['organisations', 'vocabulary']);
  return (
    <Form
      submit={t('organisations:evidence.submit')}
      onSend={async (answers) => {
        const body = {
          kind: answers['kind'] as Kind,
          reference: orNull(answers['reference']),
          startsOn: orNull(answers['startsOn']),
          endsOn: answers['endsOn'] ?? '',
          departments: (answers['departments'] ?? '').split(',').filter(Boolean),
        };
        await done(api.POST('/api/organisations/{id}/evidence', { params: { path: { id: organisationId } }, body }));
        await onAdded();
      }}
    >
      <SelectField
        name="kind"
        label={t('organisations:evidence.kind')}
        blank={t('organisations:field.choose')}
        options={KINDS.map((value) => ({ value, label: t(`vocabulary:evidenceKind.${value}`) }))}
      />
      <TextField
        name="reference"
        label={t('organisations:evidence.referenceField')}
        help={t('organisations:evidence.referenceHelp')}
        isOptional
        autoComplete="off"
        maxLength={100}
      />
      <div className="form-row">
        <TextField name="startsOn" type="date" label={t('organisations:evidence.startsOn')} isOptional />
        <TextField name="endsOn" type="date" label={t('organisations:evidence.endsOn')} help={t('organisations:evidence.endsOnHelp')} />
      </div>
      {departments({
        name: 'departments',
        label: t('organisations:evidence.departments'),
        help: t('organisations:evidence.departmentsHelp'),
      })}
    </Form>
  );
}

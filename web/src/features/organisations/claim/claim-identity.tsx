import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field';
import { SelectField, TextField } from '../../../ui/form/fields';
import { useControl } from '../../../ui/form/form-context';
import { SelectInput } from '../../../ui/inputs';
import type { ClaimStart, TerritoryControl } from './claim-types';

const OWNER_KINDS = ['state', 'region', 'department', 'epci', 'commune', 'sncf', 'epf', 'social_landlord', 'other_public'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];
/** Owners that are one territory: it tells them apart, better than a number. */
const TERRITORIAL = ['region', 'department', 'epci', 'commune'] as const;
const LEGAL_FORMS = ['association', 'scic', 'scop', 'cooperative', 'mutual', 'foundation', 'ess_company'] as const;

interface ClaimIdentityProps {
  readonly start: ClaimStart;
  readonly ownerKind: OwnerKind | '';
  readonly onOwnerKind: (kind: OwnerKind | '') => void;
  readonly territory: TerritoryControl;
}

/** What sort of body it is; the questions follow from the first answer. */
export function ClaimIdentity({ start, ownerKind, onOwnerKind, territory }: ClaimIdentityProps) {
  const { t } = useTranslation(['organisations', 'vocabulary']);
  const { id, error } = useControl('ownerKind');
  const blank = t('organisations:field.choose');
  if (start.kind === 'ess') {
    const known = LEGAL_FORMS.find((form) => form === start.body?.legalForm);
    return (
      <SelectField
        name="legalForm"
        label={t('organisations:field.legalForm')}
        blank={blank}
        defaultValue={known ?? ''}
        options={LEGAL_FORMS.map((value) => ({ value, label: t(`vocabulary:legalForm.${value}`) }))}
      />
    );
  }
  const territorial = TERRITORIAL.find((kind) => kind === ownerKind);
  return (
    <>
      <Field id={id} label={t('organisations:field.ownerKind')} error={error}>
        <SelectInput name="ownerKind" required value={ownerKind} onChange={(event) => onOwnerKind(event.target.value as OwnerKind | '')}>
          <option value="">{blank}</option>
          {OWNER_KINDS.map((value) => (
            <option key={value} value={value}>
              {t(`vocabulary:ownerKind.${value}`)}
            </option>
          ))}
        </SelectInput>
      </Field>
      {territorial
        ? territory({
            name: 'territoryId',
            label: t(`vocabulary:territoryKind.${territorial}`),
            help: t('organisations:field.territoryHelp'),
            kind: territorial,
          })
        : null}
      {start.siret === null && ownerKind !== '' && !territorial ? (
        <TextField name="siret" label={t('organisations:field.siret')} autoComplete="off" maxLength={40} />
      ) : null}
    </>
  );
}

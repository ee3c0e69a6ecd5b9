import { useTranslation } from 'react-i18next';
import { RadioField } from '../../ui/form/choice-fields';
import { type Role, ROLES } from './members.queries';

/** The four roles, each with what it lets one do: a name alone says too little. */
export function RoleField({ defaultValue }: { readonly defaultValue?: Role }) {
  const { t } = useTranslation(['members', 'vocabulary']);
  return (
    <RadioField<Role>
      name="role"
      label={t('members:role')}
      {...(defaultValue ? { defaultValue } : {})}
      choices={ROLES.map((role) => ({ value: role, label: t(`vocabulary:role.${role}`), hint: t(`members:roleText.${role}`) }))}
    />
  );
}

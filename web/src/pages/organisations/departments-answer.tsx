import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TerritoryField } from '../../features/territories/territory-field';
import { Chip } from '../../ui/chip';
import { useControl } from '../../ui/form/form-context';

interface DepartmentsAnswerProps {
  readonly name: string;
  readonly label: string;
  readonly help: string;
}

/** Departments picked one after the other; the form receives their identifiers. */
function DepartmentsAnswer({ name, label, help }: DepartmentsAnswerProps) {
  const { t } = useTranslation('organisations');
  const { id, error } = useControl(name);
  const [picked, setPicked] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  return (
    <div className="field">
      <TerritoryField
        id={id}
        label={label}
        help={help}
        error={error}
        kind="department"
        onPick={(department) => setPicked([...picked.filter((kept) => kept.id !== department.id), department])}
      />
      {picked.length > 0 ? (
        <ul className="badges">
          {picked.map((department) => (
            <li key={department.id}>
              <Chip
                removeLabel={t('evidence.removeDepartment', { name: department.name })}
                onRemove={() => setPicked(picked.filter((kept) => kept.id !== department.id))}
              >
                {department.name}
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
      <input type="hidden" name={name} value={picked.map((kept) => kept.id).join(',')} />
    </div>
  );
}

export const departmentsAnswer = (props: DepartmentsAnswerProps) => <DepartmentsAnswer {...props} />;

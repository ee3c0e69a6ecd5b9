import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../../lib/use-debounced';
import { Combobox } from '../../ui/combobox';
import { useControl } from '../../ui/form/form-context';
import { organisationList } from './organisations.queries';

interface OrganisationPickerProps {
  readonly name: string;
  readonly label: string;
  readonly help: string;
}

/** An organisation as a control of a form, found by its name or number as one types. */
export function OrganisationPicker({ name, label, help }: OrganisationPickerProps) {
  const { t } = useTranslation('organisations');
  const { id, error } = useControl(name);
  const [text, setText] = useState('');
  const [picked, setPicked] = useState('');
  const q = useDebounced(text.trim(), 200);
  const { data, isFetched } = useInfiniteQuery({ ...organisationList({ q, kind: 'ess' }), enabled: q.length > 1 });
  const found = q.length > 1 ? (data?.pages[0]?.items ?? []) : [];
  return (
    <>
      <Combobox
        id={id}
        label={label}
        help={help}
        error={error}
        text={text}
        onTextChange={(typed) => {
          setText(typed);
          setPicked('');
        }}
        emptyText={isFetched ? t('find.noneTitle') : null}
        options={found.slice(0, 8).map(({ id: optionId, name: optionName, commune }) => ({
          id: optionId,
          label: optionName,
          ...(commune ? { hint: commune.name } : {}),
        }))}
        onPick={(option) => {
          setText(option.label);
          setPicked(option.id);
        }}
      />
      <input type="hidden" name={name} value={picked} />
    </>
  );
}

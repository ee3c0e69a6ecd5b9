import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../../lib/use-debounced';
import { Combobox } from '../../ui/combobox';
import { type Territory, territorySuggestions } from './territories.queries';

interface TerritoryFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  /** The name already in the field. */
  readonly initialText?: string | undefined;
  readonly placeholder?: string;
  readonly id?: string;
  /** Only territories of this kind. */
  readonly kind?: Territory['kind'] | undefined;
  readonly onPick: (territory: Territory) => void;
  /** What was picked no longer stands: the text is being changed. */
  readonly onUnpick?: () => void;
  /** Keep what was picked in the field, or empty it for the next one. */
  readonly keepsPick?: boolean;
}

/** A commune, an intercommunal body, a department or a region, found by its name or code as one types. */
export function TerritoryField({ onPick, onUnpick, kind, keepsPick = false, initialText = '', ...field }: TerritoryFieldProps) {
  const { t } = useTranslation(['places', 'vocabulary']);
  const [text, setText] = useState(initialText);
  const { data, isFetched } = useQuery(territorySuggestions(useDebounced(text, 150), kind));
  const territories = text.trim().length >= 2 ? (data?.items ?? []) : [];
  return (
    <Combobox
      {...field}
      text={text}
      onTextChange={(typed) => {
        setText(typed);
        onUnpick?.();
      }}
      emptyText={isFetched ? t('places:territory.none') : null}
      options={territories.map((territory) => ({
        id: territory.id,
        label: territory.name,
        hint: [t(`vocabulary:territoryKind.${territory.kind}`), territory.departmentName ?? territory.regionName]
          .filter(Boolean)
          .join(' · '),
      }))}
      onPick={(option) => {
        const territory = territories.find((candidate) => candidate.id === option.id);
        if (!territory) return;
        setText(keepsPick ? territory.name : '');
        onPick(territory);
      }}
    />
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TerritoryControlProps } from '../../features/organisations/claim/claim-types';
import { TerritoryField } from '../../features/territories/territory-field';
import { useControl } from '../../ui/form/form-context';

/** The look-up of territories as a control of a form: it answers with the identifier of what was picked. */
function TerritoryAnswer({ name, label, help, kind, initial }: TerritoryControlProps) {
  const { t } = useTranslation('organisations');
  const { id, error } = useControl(name);
  const [picked, setPicked] = useState(initial?.id ?? '');
  return (
    <>
      <TerritoryField
        id={id}
        label={label}
        help={help ?? t('field.territoryPick')}
        error={error}
        kind={kind}
        keepsPick
        initialText={initial?.name}
        onPick={(territory) => setPicked(territory.id)}
        onUnpick={() => setPicked('')}
      />
      <input type="hidden" name={name} value={picked} />
    </>
  );
}

export const territoryAnswer = (props: TerritoryControlProps) => <TerritoryAnswer key={`${props.name}-${props.kind ?? ''}`} {...props} />;

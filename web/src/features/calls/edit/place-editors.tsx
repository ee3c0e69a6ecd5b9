import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '../../../ui/choices';
import { ErrorState } from '../../../ui/error-state';
import { Field } from '../../../ui/field';
import { TextInput } from '../../../ui/inputs';
import { SavedStatus } from '../../../ui/saved/saved-parts';
import { useSavedValue } from '../../../ui/saved/use-saved-value';
import { Skeleton } from '../../../ui/skeleton';
import { type Call, placesToOffer } from '../calls.queries';

/** Finds a territory by its name; the page brings it, since territories are another feature. */
export type TerritoryPicker = (props: {
  readonly label: string;
  readonly help: string;
  readonly initialText: string;
  readonly onPick: (id: string) => void;
  readonly onUnpick: () => void;
}) => ReactNode;

interface LotsEditorProps {
  readonly call: Call;
  readonly territoryPicker: TerritoryPicker;
}

/** The owner's places on offer, to choose lots among; or a territory, where applicants bring the place. */
export function LotsEditor({ call, territoryPicker: Territory }: LotsEditorProps) {
  const { t } = useTranslation(['calls', 'common']);
  const lots = useSavedValue<string[]>('lots', []);
  const territory = useSavedValue<string | null>('territoryId', null);
  const places = useQuery(placesToOffer(call.organisation.id));
  if (places.isPending) return <Skeleton label={t('common:loading')} lines={3} />;
  if (places.isError) return <ErrorState level={3} error={places.error} onRetry={() => void places.refetch()} />;
  const known = [...places.data.items, ...call.lots.filter((lot) => !places.data.items.some(({ id }) => id === lot.id))];
  return (
    <div className="stack">
      {known.length === 0 ? (
        <p>{t('calls:edit.noPlace')}</p>
      ) : (
        <CheckboxGroup
          legend={t('calls:edit.lots')}
          help={t('calls:edit.lotsHelp')}
          choices={known.map(({ id, name, commune }) => ({ value: id, label: name, hint: commune?.name }))}
          values={lots.value}
          onChange={(next) => lots.pick(next)}
        />
      )}
      <SavedStatus answer={lots} />
      <Territory
        label={t('calls:edit.territory')}
        help={t('calls:edit.territoryHelp')}
        initialText={call.territory?.name ?? ''}
        onPick={(id) => territory.pick(id)}
        onUnpick={() => (territory.value === null ? undefined : territory.pick(null))}
      />
      <SavedStatus answer={territory} />
    </div>
  );
}

/** A day, and an hour by clocks in France; a closing without an hour is at 23:59. */
export function MomentEditor({ path, label, help, defaultTime }: Record<'path' | 'label' | 'help' | 'defaultTime', string>) {
  const { t } = useTranslation('calls');
  const answer = useSavedValue<string>(path, '');
  const [day = '', time = ''] = answer.value.split('T');
  const write = (nextDay: string, nextTime: string) => {
    if (nextDay === '') return;
    answer.type(`${nextDay}T${nextTime === '' ? defaultTime : nextTime}`);
  };
  return (
    <fieldset className="choices">
      <legend className="field-label">{label}</legend>
      <p className="field-help">{help}</p>
      <div className="saved-row-cells">
        <Field label={t('edit.day')}>
          <TextInput type="date" value={day} onBlur={answer.leave} onChange={(event) => write(event.target.value, time)} />
        </Field>
        <Field label={t('edit.time')}>
          <TextInput type="time" value={time} onBlur={answer.leave} onChange={(event) => write(day, event.target.value)} />
        </Field>
      </div>
      <SavedStatus answer={answer} />
    </fieldset>
  );
}

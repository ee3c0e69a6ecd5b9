import { MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../text/i18n';
import { Chip } from '../../../ui/chip';
import { RadioGroup } from '../../../ui/choices';
import { Field } from '../../../ui/field';
import { NumberInput } from '../../../ui/inputs';
import { zoneWords } from './condition-words';
import { DrawnArea } from './drawn-area';
import { writeLonLat } from './need-search';
import { PointPicker } from './point-picker';
import type { StepProps } from './step-props';
import { StrengthSwitch } from './strength-switch';

/** Territories, a circle, a drawing: any of them, said back in one sentence. */
export function StepWhere(props: StepProps) {
  const { need, change, errorOf, territoryPicker, territoryNames } = props;
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  const territories = need.in ?? [];
  const areas = [territories.length > 0, need.near !== undefined, need.drawn !== undefined].filter(Boolean).length;
  return (
    <>
      <div className="question">
        {territoryPicker({
          id: 'need-in',
          label: t('need:where.territories'),
          help: t('need:where.territoriesHelp'),
          placeholder: t('need:where.territoriesPlaceholder'),
          onPick: (territory) => change({ in: [...new Set([...territories, territory.id])] }),
        })}
        {errorOf('need-in') ? <p className="field-error">{errorOf('need-in')}</p> : null}
        <ul className="chip-row" aria-label={t('need:where.chosen')}>
          {territories.map((id) => (
            <li key={id}>
              <Chip
                onRemove={() => change({ in: territories.filter((kept) => kept !== id) })}
                removeLabel={t('need:where.removeTerritory', { name: territoryNames[id] ?? id })}
              >
                {territoryNames[id] ?? id}
              </Chip>
            </li>
          ))}
        </ul>
      </div>

      <div className="question">
        <PointPicker
          id="need-near"
          label={t('need:where.centre')}
          help={t('need:where.centreHelp')}
          territoryPicker={territoryPicker}
          onPick={({ point, name }) => change({ near: writeLonLat(point), nearName: name, radiusKm: need.radiusKm ?? 30 })}
        />
        {need.near ? (
          <>
            <ul className="chip-row" aria-label={t('need:where.centreChosen')}>
              <li>
                <Chip
                  onRemove={() => change({ near: undefined, nearName: undefined, radiusKm: undefined })}
                  removeLabel={t('need:where.removeCentre')}
                >
                  <MapPin aria-hidden size={16} /> {need.nearName ?? t('need:words.point')}
                </Chip>
              </li>
            </ul>
            <Field id="need-radius" label={t('need:where.radius')} help={t('need:where.radiusHelp')} error={errorOf('need-radius')}>
              <NumberInput unit="km" value={need.radiusKm ?? null} onChange={(value) => change({ radiusKm: value ?? undefined })} />
            </Field>
          </>
        ) : null}
      </div>

      <DrawnArea {...props} />

      {areas > 1 ? (
        <RadioGroup
          legend={t('need:where.combine')}
          value={need.combine ?? 'all'}
          onChange={(value) => change({ combine: value === 'any' ? 'any' : undefined })}
          choices={[
            {
              value: 'all',
              label: t('need:where.all'),
              hint: zoneWords({ ...need, combine: undefined }, t, currentLanguage(), territoryNames),
            },
            {
              value: 'any',
              label: t('need:where.any'),
              hint: zoneWords({ ...need, combine: 'any' }, t, currentLanguage(), territoryNames),
            },
          ]}
        />
      ) : null}
      <div className="panel panel-enamel zone-said" role="status">
        <p>
          {areas === 0 ? (
            t('need:where.anywhere')
          ) : (
            <>
              <strong>{t('need:where.said')}</strong> {zoneWords(need, t, currentLanguage(), territoryNames)}.
            </>
          )}
        </p>
        {areas > 0 ? <StrengthSwitch id="zone" subject={t('need:condition.zone')} need={need} change={change} /> : null}
      </div>
    </>
  );
}

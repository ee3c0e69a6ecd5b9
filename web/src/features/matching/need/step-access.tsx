import { MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../ui/chip';
import { Field } from '../../../ui/field';
import { NumberInput } from '../../../ui/inputs';
import { writeLonLat } from './need-search';
import { PointPicker } from './point-picker';
import type { StepProps } from './step-props';
import { StrengthSwitch } from './strength-switch';

/** Coming without a car, and the point one would like to be close to. */
export function StepAccess({ need, change, errorOf, territoryPicker }: StepProps) {
  const { t } = useTranslation(['need', 'vocabulary', 'common']);
  return (
    <>
      <div className="question">
        <Field id="need-walk" label={t('need:access.walk')} help={t('need:access.walkHelp')} error={errorOf('need-walk')}>
          <NumberInput
            unit={t('need:access.walkUnit')}
            value={need.walk ?? null}
            onChange={(value) => change({ walk: value ?? undefined })}
          />
        </Field>
        {need.walk === undefined ? null : (
          <StrengthSwitch id="walk_to_stop" subject={t('need:condition.walk_to_stop')} need={need} change={change} />
        )}
      </div>
      <div className="question">
        <PointPicker
          id="need-prefer"
          label={t('need:access.prefer')}
          help={need.nearName ? t('need:access.preferHelpCentre', { centre: need.nearName }) : t('need:access.preferHelp')}
          territoryPicker={territoryPicker}
          onPick={({ point, name }) => change({ prefer: writeLonLat(point), preferName: name })}
        />
        {errorOf('need-prefer') ? <p className="field-error">{errorOf('need-prefer')}</p> : null}
        {need.prefer ? (
          <ul className="chip-row" aria-label={t('need:access.preferChosen')}>
            <li>
              <Chip onRemove={() => change({ prefer: undefined, preferName: undefined })} removeLabel={t('need:access.removePrefer')}>
                <MapPin aria-hidden size={16} /> {need.preferName ?? t('need:words.point')}
              </Chip>
            </li>
          </ul>
        ) : null}
      </div>
    </>
  );
}
